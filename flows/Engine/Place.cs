namespace Hotline.Flows.Engine;

/// <summary>A state of a flow, written "flow/state".</summary>
public readonly record struct Place(string Flow, string State)
{
    public static Place Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new Place(text[..slash], text[(slash + 1)..]);
    }

    public override string ToString() => $"{Flow}/{State}";
}
