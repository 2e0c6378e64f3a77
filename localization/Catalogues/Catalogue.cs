using System.Collections.Frozen;

namespace Hotline.Localization.Catalogues;

/// <summary>All prompts of one language.</summary>
public sealed class Catalogue(string file, string language, string name, IEnumerable<Prompt> prompts)
{
    private Prompt[]? inOrder;
    private readonly FrozenDictionary<string, Prompt> byKey = prompts.ToFrozenDictionary(prompt => prompt.Key, StringComparer.Ordinal);

    public string File => file;

    /// <summary>"km", "en".</summary>
    public string Language => language;

    /// <summary>The language's own name for itself.</summary>
    public string Name => name;

    /// <summary>By key.</summary>
    public IEnumerable<Prompt> Prompts => inOrder ??= [.. byKey.Values.OrderBy(prompt => prompt.Key, StringComparer.Ordinal)];

    public Prompt? Find(string key) => byKey.GetValueOrDefault(key);
}
