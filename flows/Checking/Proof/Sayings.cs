using Hotline.Flows.Engine;
using Hotline.Localization;
using Hotline.Localization.Khmer;

namespace Hotline.Flows.Checking.Proof;

/// <summary>What a caller of the proof writes in one language. Words come from the lists, questions from the answers, so that both stay true when those change.</summary>
internal sealed class Sayings(Phrasebook phrases, string language)
{
    private readonly bool khmer = language == "km";

    public string Story => khmer ? "ខ្ញុំឃើញគេនាំក្មេងស្រីពីរនាក់ឡើងឡាន" : "I saw two girls being taken into a car at night";

    public string Danger => khmer ? "ខ្ញុំឃើញគេឃុំយើងនៅក្នុងផ្ទះនេះ" : "we are locked in a house and cannot get out";

    public string Unanswered => khmer ? "តើផ្ការីកពណ៌អ្វី?" : "what colour do the flowers have?";

    public string Place => khmer ? "កំពត" : "Kampot";

    /// <summary>Of that province.</summary>
    public string District => khmer ? "ទឹកឈូ" : "Tuek Chhou";

    public string Abroad => khmer ? "ថៃ" : "Thailand";

    public const string Number = "3";

    public const string Phone = "012345678";

    public const string Nothing = "...";

    /// <summary>Sixteen digits whose check digit fits.</summary>
    public static string Digits { get; } = Receipt.Draw(new Chance(1));

    public static string Code { get; } = Receipt.Grouped(Digits);

    public string? Campaign => phrases.Campaigns.Words.FirstOrDefault();

    /// <summary>One that is answered at once.</summary>
    public string? Sure => Ask(found => found is { Sure: true, Trouble: false });

    /// <summary>One that may mean several things.</summary>
    public string? Several => Ask(found => found is { Sure: false, Trouble: false, Best.Count: > 1 });

    /// <summary>One in which somebody may be in trouble.</summary>
    public string? Trouble => Ask(found => found is { Trouble: true, Best.Count: > 0 });

    /// <summary>The first word of a list that is taken for it, in this language if there is one.</summary>
    public string? Word(string list) => phrases.Reader.Words.Has(list)
        ? phrases.Reader.Words.Of(list).Where(word => Opens(word) == language).Concat(phrases.Reader.Words.Of(list)).FirstOrDefault(word => phrases.Reader.Words.IsWhole(list, word))
        : null;

    private static string Opens(string word) => Scripts.Of(word) == Script.Khmer ? "km" : "en";

    private string? Ask(Func<Localization.Answers.FoundAnswers, bool> fits)
    {
        if (phrases is not { Bank: { } bank, Answers: { } answers })
            return null;
        var asks = bank.All.SelectMany(entry => khmer ? entry.Km.Asks.Append(entry.Question.Km) : entry.En.Asks.Append(entry.Question.En));
        // A question mark, because without one it could be a story.
        return asks.Select(ask => ask.EndsWith('?') ? ask : ask + "?").FirstOrDefault(ask => fits(answers.Find(ask)) && !phrases.Reader.Words.Contains("danger", ask));
    }
}
