namespace Hotline.Functions.Simulator;

/// <summary>Texts that came to phones without being the answer to one, numbered in the order of their coming; in memory only.</summary>
internal sealed class PhoneInbox
{
    private const int Kept = 200;

    private readonly Lock gate = new();
    private readonly Queue<(long Number, CarriedText Text)> arrived = new();
    private long last;

    public void Add(CarriedText text)
    {
        lock (gate)
        {
            arrived.Enqueue((++last, text));
            if (arrived.Count > Kept)
                arrived.Dequeue();
        }
    }

    /// <param name="since">The last number seen; one that was never given is of an earlier run, and everything is new.</param>
    public (long Last, IReadOnlyList<CarriedText> Texts) After(long since)
    {
        lock (gate)
            return (last, [.. arrived.Where(item => since > last || item.Number > since).Select(item => item.Text)]);
    }
}
