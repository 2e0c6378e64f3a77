namespace Hotline.Tests.Carriers;

/// <summary>All that phones were to receive from us. Never shortened: deleting the provider's copy takes nothing off a phone.</summary>
internal sealed class Ledger
{
    private readonly Lock gate = new();
    private readonly List<Sent> sent = [];
    private readonly Dictionary<string, List<Sent>> byNumber = new(StringComparer.Ordinal);

    public IReadOnlyList<Sent> All
    {
        get
        {
            lock (gate)
                return [.. sent];
        }
    }

    /// <summary>Those after the first so many.</summary>
    public IReadOnlyList<Sent> From(int known)
    {
        lock (gate)
            return sent.GetRange(known, sent.Count - known);
    }

    public IReadOnlyList<Sent> Texts => [.. All.Where(one => one.Kind == SentKind.Text)];

    public IReadOnlyList<Sent> Calls => [.. All.Where(one => one.Kind == SentKind.Call)];

    public IReadOnlyList<Sent> To(string number)
    {
        lock (gate)
            return byNumber.TryGetValue(Phones.Digits(number), out var theirs) ? [.. theirs] : [];
    }

    /// <summary>How many of just this went to just this phone.</summary>
    public int Copies(string to, string body) => To(to).Count(one => one.Body == body);

    /// <summary>Everything that the same phone was to receive twice or more, each with its copies.</summary>
    /// <param name="within">Only copies that follow the one before no later than this; null: however much later.</param>
    public IReadOnlyList<IReadOnlyList<Sent>> Repeated(TimeSpan? within = null) =>
    [
        .. All.GroupBy(one => (one.Kind, one.From, one.To, one.Body))
            .Select(copies => copies.OrderBy(one => one.Accepted).ToList())
            .Where(copies => copies.Zip(copies.Skip(1)).Any(pair => within is null || pair.Second.Accepted - pair.First.Accepted <= within)),
    ];

    public Sent Add(Sent one)
    {
        lock (gate)
        {
            sent.Add(one);
            var digits = Phones.Digits(one.To);
            if (!byNumber.TryGetValue(digits, out var theirs))
                byNumber[digits] = theirs = [];
            theirs.Add(one);
        }

        return one;
    }
}
