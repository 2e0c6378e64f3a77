using Hotline.Tests.Outside;

namespace Hotline.Tests.Tables;

/// <summary>One caller's report from the first text to the receipt, step by step.</summary>
internal sealed class Teller(string tag, string from)
{
    /// <summary>Safe: yes. Danger: no. More questions: no. Call back: no. Share with: nobody.</summary>
    private static readonly string[] Replies = ["1", "2", "2", "2", "1"];

    public string Tag => tag;

    public string From => from;

    public int Step { get; private set; }

    public bool Over => Step > Replies.Length;

    public string? Receipt { get; private set; }

    /// <summary>The webhook of this step; the same each time it is sent again.</summary>
    public string Id => $"{tag}#{Step}";

    public string Says => Step == 0 ? $"{tag} ថៅកែយកលិខិតឆ្លងដែនខ្ញុំ" : Replies[Step - 1];

    public void Hear(string reply)
    {
        if (string.IsNullOrWhiteSpace(reply))
            throw new InvalidOperationException($"{tag}: step {Step} was answered with nothing.");
        if (++Step > Replies.Length)
            Receipt = Receipts.Find(reply) ?? throw new InvalidOperationException($"{tag}: the last answer holds no receipt.");
    }
}
