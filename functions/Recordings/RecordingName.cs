using Hotline.Functions.Keys;

namespace Hotline.Functions.Recordings;

/// <summary>What a recording is called here: by the provider's name for it, however we came to hear of it, so that everybody who does means the same one.</summary>
public static class RecordingName
{
    private static readonly string[] SoundFiles = [".wav", ".mp3"];

    /// <summary>The provider's name: the last part of the address, without a file type.</summary>
    public static string SidOf(string address)
    {
        var last = address[(address.LastIndexOf('/') + 1)..];
        return SoundFiles.Any(type => last.EndsWith(type, StringComparison.OrdinalIgnoreCase)) ? last[..^4] : last;
    }

    public static string Of(Pseudonyms pseudonyms, string address) => pseudonyms.OfTurn(Text(address));

    /// <summary>Under every key it may have been named with, newest first.</summary>
    public static IReadOnlyList<string> Each(Pseudonyms pseudonyms, string address) => pseudonyms.OfTurnByEachKey(Text(address));

    public static string Under(Pseudonyms pseudonyms, string address, Key key) => pseudonyms.OfTurn(Text(address), key);

    public static string ShardOf(string name) => CallerId.Parse(name)!.Value.Shard;

    private static string Text(string address) => "recording:" + SidOf(address);
}
