using System.Collections;

namespace Hotline.Localization.Khmer;

/// <summary>The clusters of one text, as ranges of UTF-16 units.</summary>
public readonly record struct ClusterRanges(string Text) : IEnumerable<Range>
{
    public Walk GetEnumerator() => new(Text);

    IEnumerator<Range> IEnumerable<Range>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public record struct Walk(string Text) : IEnumerator<Range>
    {
        private int start;
        private int end;

        public readonly Range Current => start..end;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            start = end;
            if (end >= Text.Length)
                return false;
            end = KhmerClusters.End(Text, start);
            return true;
        }

        public void Reset() => start = end = 0;

        public readonly void Dispose()
        {
        }
    }
}
