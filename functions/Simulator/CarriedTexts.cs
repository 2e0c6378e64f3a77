using Hotline.Functions.Setup;

namespace Hotline.Functions.Simulator;

/// <summary>The carrier's copies, until they are deleted there; in memory only.</summary>
internal sealed class CarriedTexts(Settings settings, TimeProvider clock)
{
    private const int Kept = 2000;

    private readonly Lock gate = new();
    private readonly LinkedList<CarriedText> texts = [];

    public CarriedText Add(string direction, string from, string to, string body)
    {
        var text = new CarriedText(Sid.New("SM", settings.Provider), direction, from, to, body, clock.GetUtcNow());
        lock (gate)
        {
            texts.AddFirst(text);
            if (texts.Count > Kept)
                texts.RemoveLast();
        }

        return text;
    }

    public CarriedText? Find(string sid)
    {
        lock (gate)
            return texts.FirstOrDefault(text => text.Sid == sid);
    }

    /// <summary>The words go, the record stays.</summary>
    public CarriedText? Empty(string sid)
    {
        lock (gate)
            return texts.FirstOrDefault(text => text.Sid == sid) is { } text && texts.Find(text) is { } node ? node.Value = text with { Body = "" } : null;
    }

    public bool Delete(string sid)
    {
        lock (gate)
            return texts.FirstOrDefault(text => text.Sid == sid) is { } text && texts.Remove(text);
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CarriedText> All()
    {
        lock (gate)
            return [.. texts];
    }
}
