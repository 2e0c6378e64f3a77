namespace Hotline.Flows.Checking;

/// <summary>Something unsafe or broken in a flow or catalogue, as "file:state: sentence".</summary>
public sealed record Finding(string File, string State, string Sentence)
{
    public override string ToString() => $"{File}:{State}: {Sentence}";
}
