using System.Buffers;

namespace Hotline.Functions.Storage;

/// <summary>What fits Azure Table storage ("Understanding the Table service data model"; entity group transactions), so that both stores take the same rows.</summary>
/// <remarks>The exception texts name the rule and never the value: a key or a body may be about a person.</remarks>
public static class StoreLimits
{
    public const int WritesPerCommit = 100;
    public const int KeyLength = 512;
    public const int BodyBytes = 900 * 1024;

    /// <summary>A transaction may be 4 MiB as JSON, where a body is base64 and so a third larger.</summary>
    public const int CommitBytes = 2_800_000;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "/\\#?" + string.Concat(Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code)));

    public static void CheckPlace(string shard, string key)
    {
        CheckName(shard, nameof(shard));
        CheckName(key, nameof(key));
    }

    public static void CheckRange(string shard, string from, string to, int limit)
    {
        CheckName(shard, nameof(shard));
        CheckText(from, nameof(from));
        CheckText(to, nameof(to));
        if (limit < 0)
            throw new ArgumentException("A limit is zero or more.", nameof(limit));
    }

    public static void CheckCommit(string shard, IReadOnlyList<Write> writes)
    {
        CheckName(shard, nameof(shard));
        if (writes.Count > WritesPerCommit)
            throw new ArgumentException($"A commit has at most {WritesPerCommit} writes.", nameof(writes));
        long total = 0;
        for (var i = 0; i < writes.Count; i++)
        {
            CheckName(writes[i].Key, nameof(writes));
            for (var before = 0; before < i; before++)
            {
                if (string.Equals(writes[before].Key, writes[i].Key, StringComparison.Ordinal))
                    throw new ArgumentException("A key stands only once in a commit.", nameof(writes));
            }

            var size = BodyOf(writes[i]).Length;
            total += size;
            if (size > BodyBytes || total > CommitBytes)
                throw new ArgumentException($"A body has at most {BodyBytes} bytes, all bodies of a commit at most {CommitBytes}.", nameof(writes));
        }
    }

    private static ReadOnlyMemory<byte> BodyOf(Write write) => write switch
    {
        Insert insert => insert.Body,
        Replace replace => replace.Body,
        _ => default,
    };

    private static void CheckName(string name, string argument)
    {
        if (name.Length == 0)
            throw new ArgumentException("A shard or key is not empty.", argument);
        CheckText(name, argument);
    }

    /// <summary>Without surrogates the order of UTF-16 (.NET, Azure) is the order of UTF-8 (SQLite).</summary>
    private static void CheckText(string text, string argument)
    {
        if (text.Length > KeyLength)
            throw new ArgumentException($"A shard or key has at most {KeyLength} characters.", argument);
        if (text.AsSpan().ContainsAny(Forbidden) || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            throw new ArgumentException(@"A shard or key has no / \ # ?, control characters or surrogates.", argument);
    }
}
