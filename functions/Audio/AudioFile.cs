namespace Hotline.Functions.Audio;

/// <summary>One recording.</summary>
public sealed record AudioFile(string Language, string Clip, string Extension, string File, string Hash)
{
    public string Name => $"{Clip}-{Hash}{Extension}";

    public string ContentType => Extension == ".wav" ? "audio/wav" : "audio/mpeg";
}
