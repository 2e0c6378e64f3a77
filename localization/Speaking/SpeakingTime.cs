using Hotline.Localization.Khmer;

namespace Hotline.Localization.Speaking;

/// <summary>How long a speaker needs for a sentence. An estimate, to compare sentences with each other; the recordings decide.</summary>
public static class SpeakingTime
{
    /// <summary>150 words a minute, the pace usually advised for recorded prompts.</summary>
    private const double EnglishWord = 60.0 / 150;

    /// <summary>260 clusters in 45 seconds, as our longest answers are measured. Somewhat more clusters are written than syllables said. Estimate.</summary>
    private const double KhmerCluster = 45.0 / 260;

    /// <summary>A digit that somebody has to write down. Estimate.</summary>
    private const double Digit = 0.6;

    /// <summary>After a sentence and between recordings. Estimate.</summary>
    private const double Pause = 0.5;

    /// <param name="words">As they are spoken, digits one by one; Khmer and Latin may be mixed.</param>
    /// <returns>Seconds, the pause after it included; 0 for nothing.</returns>
    public static double Of(string words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return 0;
        var seconds = Pause;
        var inWord = false;
        foreach (var range in KhmerClusters.Of(words))
        {
            var c = words[range.Start.Value];
            var latin = char.IsAsciiLetter(c) || (inWord && c is '\'' or '-');
            if (char.IsAsciiDigit(c))
                seconds += Digit;
            else if (KhmerLetters.IsLetter(c))
                seconds += KhmerCluster;
            else if (latin && !inWord)
                seconds += EnglishWord;
            else if (c is '.' or '។' or '?' && range.End.Value < words.Length)
                seconds += Pause;
            inWord = latin;
        }

        return seconds;
    }
}
