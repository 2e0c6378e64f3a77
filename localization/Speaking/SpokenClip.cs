namespace Hotline.Localization.Speaking;

/// <summary>One recording of a word that values are put together from.</summary>
/// <param name="Name">"say.7", "say.hundred", "say.monday".</param>
/// <param name="Words">What the speaker says.</param>
public sealed record SpokenClip(string Name, string Words);
