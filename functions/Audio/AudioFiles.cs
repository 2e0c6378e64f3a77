using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Hotline.Functions.Audio;

/// <summary>The recordings that lie in localization/audio/&lt;language&gt;/&lt;clip&gt;.wav or .mp3. Their content's hash is part of the address, so that providers may keep them for ever.</summary>
public sealed class AudioFiles
{
    private readonly FrozenDictionary<(string Language, string Clip), AudioFile> files;

    private AudioFiles(IEnumerable<AudioFile> found) => files = found.ToFrozenDictionary(file => (file.Language, file.Clip));

    public static AudioFiles In(string folder) => new(
        from language in Directory.Exists(folder) ? Directory.GetDirectories(folder) : []
        from file in Directory.GetFiles(language)
        where Path.GetExtension(file) is ".wav" or ".mp3"
        select new AudioFile(Path.GetFileName(language), Path.GetFileNameWithoutExtension(file), Path.GetExtension(file), file, Hash(file)));

    public bool Has(string language, string clip) => files.ContainsKey((language, clip));

    public AudioFile? Find(string language, string clip) => files.GetValueOrDefault((language, clip));

    /// <summary>Without a recording the address names the clip all the same: in Development the simulator shows its words.</summary>
    public string PathOf(string language, string clip) =>
        Find(language, clip) is { } file ? $"/audio/{language}/{file.Name}" : $"/audio/{language}/{clip}";

    /// <summary>By the name in the address; null when there is no such recording, or it was replaced.</summary>
    public AudioFile? ByName(string language, string name) => files.Values.FirstOrDefault(file => file.Language == language && file.Name == name);

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..12];
    }
}
