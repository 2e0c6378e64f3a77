namespace Hotline.Functions.Telemetry;

/// <summary>Something that one person did, before it is let out among what others did.</summary>
internal interface ISeen
{
    void LetOut();
}
