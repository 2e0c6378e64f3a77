using Hotline.Functions.Providers;
using Hotline.Functions.Sending;

namespace Hotline.Functions.Reconciling;

/// <summary>One run under way: what was seen in the lists, and what is to leave them.</summary>
internal sealed class Pass(DateTimeOffset now, TimeSpan reach)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<DateTimeOffset> old = [];
    private int notHeld;
    private int pictures;

    public DateTimeOffset Now => now;

    public TimeSpan Reach => reach;

    public TakenIn TakenIn { get; } = new();

    public List<Copy> Copies { get; } = [];

    public int Stops { get; set; }

    /// <summary>Seen, and not to go now.</summary>
    public int Left { get; private set; }

    /// <summary>Asked for and ours, whatever was listed; and not seen before, since lists move while they are read.</summary>
    public bool IsNew(ProviderMessage message, string line, bool inbound) =>
        message.Inbound == inbound && Lines.Same(line, inbound ? message.To : message.From) && seen.Add(message.Sid);

    public void Add(InboundText held)
    {
        if (held.HasWords || !held.HasPictures)
            Copies.Add(new Copy(held.Received.Id, held.At, held.HasWords, held.HasPictures));
        else
            Leave(held.At, held.HasPictures);
    }

    public void Leave(DateTimeOffset? at, bool hasPictures = false)
    {
        Left++;
        if (at is { } sent && IsOld(sent))
            Shown(sent, hasPictures);
    }

    public void NotHeld(IEnumerable<InboundText> texts)
    {
        foreach (var text in texts)
        {
            Leave(text.At);
            notHeld += IsOld(text.At) ? 1 : 0;
        }
    }

    /// <summary>What is shown to staff, once everything was seen.</summary>
    public CarrierCopies StillThere(IEnumerable<Copy> left)
    {
        foreach (var copy in left.Where(copy => IsOld(copy.At)))
            Shown(copy.At, copy.HasPictures);
        return new CarrierCopies(Day(now), old.Count, old.Count == 0 ? null : Day(old.Min()), notHeld, pictures);
    }

    private void Shown(DateTimeOffset at, bool hasPictures)
    {
        old.Add(at);
        pictures += hasPictures ? 1 : 0;
    }

    private bool IsOld(DateTimeOffset at) => now - at > TimeSpan.FromDays(CarrierCopies.ShownAfterDays);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
