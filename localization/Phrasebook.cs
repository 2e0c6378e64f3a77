using Hotline.Localization.Answers;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Hours;
using Hotline.Localization.Numbers;
using Hotline.Localization.Reading;
using Hotline.Localization.Sms;
using Hotline.Localization.Writing;

namespace Hotline.Localization;

/// <summary>Everything we say and everything we understand, loaded once and never changed.</summary>
/// <param name="catalogues">In the order in which languages are offered; the first is the one we think in.</param>
/// <param name="bank">What we know about work abroad; null: every question is a story.</param>
/// <param name="dutyNumber">Where a person answers; null until the operator names one.</param>
/// <param name="hours">When somebody is there; never, where nobody said.</param>
public sealed class Phrasebook(IReadOnlyList<Catalogue> catalogues, Reader reader, EmergencyNumbers numbers, Campaigns campaigns, string? dutyNumber = null, AnswerBank? bank = null, OpeningHours? hours = null)
{
    private string? duty = dutyNumber;

    private readonly IReadOnlyList<Catalogue> catalogues = bank is { } known ? [.. catalogues.Select(catalogue => AnswerPrompts.Add(catalogue, known))] : catalogues;

    public IReadOnlyList<Catalogue> Catalogues => catalogues;

    public AnswerBank? Bank => bank;

    public AnswerFinder? Answers { get; private set; } = bank is null ? null : new AnswerFinder(bank);

    public IReadOnlyList<string> Languages { get; } = catalogues.Select(catalogue => catalogue.Language).ToArray();

    public Reader Reader => reader;

    public EmergencyNumbers Numbers => numbers;

    public Campaigns Campaigns => campaigns;

    public OpeningHours Hours { get; } = hours ?? OpeningHours.Never;

    public Catalogue In(string language)
    {
        foreach (var catalogue in catalogues)
            if (catalogue.Language == language)
                return catalogue;
        return catalogues[0];
    }

    public Prompt? Find(string key) => catalogues[0].Find(key);

    public IReadOnlyList<string> Placeholders(string key) => catalogues[0].Find(key)?.Names ?? [];

    public Prompt Find(string key, string language) =>
        In(language).Find(key) ?? throw new KeyNotFoundException($"The catalogue {In(language).File} has no prompt \"{key}\".");

    public string Text(string key, string language, IReadOnlyDictionary<string, string>? values)
    {
        var prompt = Find(key, language);
        return (prompt.Text ?? prompt.Voice)!.Fill(values, In(language).Language);
    }

    public string Spoken(string key, string language, IReadOnlyDictionary<string, string>? values)
    {
        var prompt = Find(key, language);
        return (prompt.Voice ?? prompt.Text)!.Fill(values, In(language).Language);
    }

    /// <summary>The same with another number, or none, where a person answers; and for one thread that asks the same questions very often.</summary>
    public Phrasebook ToTry(string? number)
    {
        var other = (Phrasebook)MemberwiseClone();
        other.duty = number;
        other.Answers = Answers?.Remembering();
        return other;
    }

    /// <summary>Whether a person answers at this hour: never, until an operator names a number.</summary>
    public bool PersonAnswers(DateTimeOffset now) => duty is not null && Hours.IsOpen(now);

    /// <summary>When somebody is there again; null when nobody ever is.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset now) => duty is null ? null : Hours.NextOpening(now);

    /// <summary>The prompts of one reply as the messages that are sent.</summary>
    public static IReadOnlyList<string> Messages(IEnumerable<string> prompts) => SmsPacking.Pack(prompts as IReadOnlyList<string> ?? [.. prompts]);

    public static int Segments(IReadOnlyList<string> messages)
    {
        var sum = 0;
        for (var i = 0; i < messages.Count; i++)
            sum += SmsSegments.Measure(messages[i]).Segments;
        return sum;
    }

    /// <summary>Whom to call about a person in that country, as dialled from the caller's. Short codes end at the border: when none of
    /// its numbers can be reached from here, those that any phone reaches.</summary>
    public string DangerNumbers(string? country, string? callerCountry, string language) =>
        Reached(country, callerCountry) is { Length: > 0 } there ? Written.Or(there, language) : Written.Or(Reached(null, callerCountry), language);

    private string[] Reached(string? country, string? callerCountry) =>
        [.. numbers.ForDanger(country).Select(number => number.Dial(callerCountry)).OfType<string>()];

    /// <summary>The duty number; until the operator names one, a helpline where people answer day and night.</summary>
    public string PersonNumber(string? callerCountry, string language) => duty ?? First("child", callerCountry, language, "police");

    public string ChildNumber(string? callerCountry, string language) => First("child", callerCountry, language);

    public string LabourNumber(string? callerCountry, string language) => First("labour", callerCountry, language);

    /// <param name="not">Who asks for a person may fear these.</param>
    private string First(string purpose, string? callerCountry, string language, string? not = null) =>
        numbers.For(purpose, callerCountry).Concat(numbers.For(purpose, "KH"))
            .Where(number => not is null || !number.For.Contains(not))
            .Select(number => number.Dial(callerCountry)).OfType<string>().FirstOrDefault()
        ?? DangerNumbers(callerCountry, callerCountry, language);

    public string? Campaign(string body) => campaigns.Find(body);
}
