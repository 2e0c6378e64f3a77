using Hotline.Localization;
using Hotline.Localization.Khmer;
using Hotline.Localization.Reading;
using Hotline.Localization.Sms;

namespace Hotline.Flows.CheckIns;

/// <summary>Says what is unsafe in an enrolment: one sentence a problem, none of which repeats a word or a code.</summary>
public sealed class EnrolmentCheck(Phrasebook phrases, IReadOnlyDictionary<string, IReadOnlyList<string>> sensitive)
{
    /// <summary>Openers and talks of the reviewed list: check-in.opener-1 to -5.</summary>
    public const int ListLength = 5;

    private static readonly TimeSpan ShortestWindow = TimeSpan.FromMinutes(30);

    private readonly AgreedWordCheck words = new(phrases, sensitive);
    private readonly KeyCodeCheck codes = new(phrases.Numbers);

    /// <param name="today">In Phnom Penh.</param>
    public IReadOnlyList<string> Problems(Enrolment enrolment, DateOnly today) =>
        [.. Basics(enrolment, today), .. Says("opener", enrolment.Opener), .. Says("talk", enrolment.Talk), .. Words(enrolment), .. Codes(enrolment)];

    private IEnumerable<string> Basics(Enrolment enrolment, DateOnly today)
    {
        if (!phrases.Languages.Contains(enrolment.Language))
            yield return $"\"language\" has to be one of {string.Join(", ", phrases.Languages)}.";
        if (enrolment.ConsentOn > today)
            yield return "The consent lies in the future: enrol after it was given.";
        if (enrolment.Start < enrolment.ConsentOn)
            yield return "The start lies before the consent.";
        if (enrolment.To - enrolment.From < ShortestWindow || enrolment.To <= enrolment.From)
            yield return "The safe hours have to be half an hour or more, on one day.";
        if (enrolment.Tries is < 1 or > Enrolment.MostTries)
            yield return $"The tries have to be 1 to {Enrolment.MostTries}.";
        if (enrolment.Cadence.First.Count > 0 && !Rises(enrolment))
            yield return "The spans of the cadence have to grow from one to the next.";
    }

    private static bool Rises(Enrolment enrolment)
    {
        var days = enrolment.Cadence.First.Select(step => step.After(enrolment.Start)).ToList();
        return days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second);
    }

    /// <summary>A number of the list, or words of their own: one segment, and nothing that tells what the line is for.</summary>
    private IEnumerable<string> Says(string name, string text)
    {
        if (text.Length == 1 && text[0] is >= '1' and <= (char)('0' + ListLength))
            yield break;
        var size = SmsSegments.Measure(text);
        if (size.Segments != 1 || text.Length > SmsSegments.Ucs2Single)
            yield return $"The {name} has {text.Length} characters: {SmsSegments.Ucs2Single} fit into one message.";
        if (KhmerText.Normalize(text).Trim().Length < 4)
            yield return $"The {name} has to be 1 to {ListLength}, or a sentence.";
        var plain = KhmerText.Normalize(text);
        if (sensitive.Values.SelectMany(list => list).Any(word => plain.Contains(word, StringComparison.Ordinal)))
            yield return $"The {name} holds a word that tells what this line is for.";
        if (plain.Contains("://", StringComparison.Ordinal) || plain.Contains("www.", StringComparison.Ordinal))
            yield return $"The {name} holds a link.";
        if (text.Any(char.IsControl))
            yield return $"The {name} has to be one line.";
    }

    private IEnumerable<string> Words(Enrolment enrolment)
    {
        if (enrolment.ByText && (string.IsNullOrWhiteSpace(enrolment.SafeWord) || string.IsNullOrWhiteSpace(enrolment.DuressWord)))
            yield return "By text a safe word and a duress word are needed.";
        if (enrolment.SafeWord is { Length: > 0 } safe)
            foreach (var problem in words.Problems("safe word", safe))
                yield return problem;
        if (enrolment.DuressWord is { Length: > 0 } duress)
            foreach (var problem in words.Problems("duress word", duress))
                yield return problem;
        if (enrolment is { SafeWord.Length: > 0, DuressWord.Length: > 0 } && AgreedWord.Alike(enrolment.SafeWord, enrolment.DuressWord))
            yield return "The safe word and the duress word are too alike: take two that nobody mixes up.";
        var said = new[] { enrolment.Opener, enrolment.Talk }.Where(text => text.Length > 1).Select(AgreedWord.Key).ToList();
        foreach (var (name, word) in new[] { ("safe word", enrolment.SafeWord), ("duress word", enrolment.DuressWord) })
            if (word is { Length: > 0 } && said.Any(text => text.Contains(AgreedWord.Key(word), StringComparison.Ordinal)))
                yield return $"The {name} stands in the opener or the talk, where anyone reads it.";
    }

    private IEnumerable<string> Codes(Enrolment enrolment)
    {
        if (enrolment.ByVoice && (string.IsNullOrEmpty(enrolment.SafeCode) || string.IsNullOrEmpty(enrolment.DuressCode)))
            yield return "By voice a safe code and a duress code are needed.";
        foreach (var problem in codes.Problems(enrolment.SafeCode, enrolment.DuressCode))
            yield return problem;
    }
}
