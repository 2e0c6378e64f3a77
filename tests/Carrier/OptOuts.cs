namespace Hotline.Tests.Carriers;

/// <summary>Twilio's own list: who sent STOP to a number gets nothing more from that number until START (its default English words).</summary>
internal sealed class OptOuts
{
    private static readonly string[] Stop = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];
    private static readonly string[] Start = ["START", "UNSTOP", "YES"];

    private readonly HashSet<(string Ours, string Theirs)> stopped = [];

    /// <summary>Off where the account answers STOP itself.</summary>
    public bool Handled { get; set; } = true;

    public bool Contains(string ours, string theirs) => Handled && stopped.Contains((Phones.Digits(ours), Phones.Digits(theirs)));

    public void Hear(string from, string to, string body)
    {
        var word = body.Trim().ToUpperInvariant();
        var pair = (Phones.Digits(to), Phones.Digits(from));
        if (Stop.Contains(word))
            stopped.Add(pair);
        else if (Start.Contains(word))
            stopped.Remove(pair);
    }
}
