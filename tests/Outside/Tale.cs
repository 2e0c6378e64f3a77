namespace Hotline.Tests.Outside;

/// <summary>One caller's way from a first text to a receipt, and how far it was seen to come.</summary>
internal sealed class Tale(string tag)
{
    /// <summary>Safe: yes. Danger: no. More questions: no. Call back: no. Share with: nobody.</summary>
    private static readonly string[] Replies = ["1", "2", "2", "2", "1"];

    private readonly string from = Carrier.Number();
    private string sid = Carrier.Sid("SM");
    private int next;

    public string Tag => tag;

    /// <summary>The answer to the story itself arrived: from here on it may not be lost.</summary>
    public bool FirstAnswered => next > 0;

    public string? Receipt { get; private set; }

    public bool Over => next > Replies.Length;

    /// <summary>Sends what comes next, or the same webhook again if its answer never arrived.</summary>
    /// <returns>False when the gateway went away.</returns>
    public async Task<bool> Step(Carrier carrier)
    {
        try
        {
            var heard = await carrier.Text(from, next == 0 ? $"{tag} ថៅកែយកលិខិតឆ្លងដែនខ្ញុំ" : Replies[next - 1], sid);
            if (heard.Status != 200 || heard.Messages.Count == 0)
                throw new InvalidOperationException($"{tag}: step {next} was answered {heard.Status} without a message.");
            sid = Carrier.Sid("SM");
            next++;
            if (Over)
                Receipt = heard.Receipt ?? throw new InvalidOperationException($"{tag}: the last answer holds no receipt: {heard.Text}");
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
