namespace Hotline.Localization.Answers;

/// <summary>What a word in Latin letters means as Khmer and as English: null where it is no word, empty where it tells nothing.</summary>
internal sealed class WordMeaning
{
    public List<int>? Khmer { get; set; }

    public List<int>? English { get; set; }
}
