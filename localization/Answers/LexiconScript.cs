namespace Hotline.Localization.Answers;

/// <summary>How a word is written: in Khmer, as Khmer in Latin letters, in English.</summary>
internal enum LexiconScript
{
    Khmer,
    Latin,
    English,
}
