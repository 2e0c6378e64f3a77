using Hotline.Functions.Tips;
using Hotline.Localization;
using Hotline.Localization.Tips;

namespace Hotline.Functions.Commands;

/// <summary>What stands behind the name of a tip: --interest X, --province Y (both more than once), --all, --anyway, --confirm, --json.</summary>
/// <param name="Wrong">Not null: one sentence that says what to write instead.</param>
public sealed record BroadcastOptions(IReadOnlyList<string> Words, IReadOnlyList<string> Interests, IReadOnlyList<string> Provinces, bool All, bool Anyway, bool Confirm, bool Json, string? Wrong)
{
    public static BroadcastOptions Read(string[] args, Phrasebook phrases)
    {
        List<string> words = [], interests = [], provinces = [];
        var flags = new HashSet<string>(StringComparer.Ordinal);
        string? wrong = null;
        for (var i = 0; i < args.Length; i++)
            switch (args[i])
            {
                case "--interest" when i + 1 < args.Length && TipInterest.All.Contains(args[i + 1]):
                    interests.Add(args[++i]);
                    break;
                case "--interest":
                    wrong = $"After --interest stands one of {string.Join(", ", TipInterest.All)}.";
                    i++;
                    break;
                case "--province" when i + 1 < args.Length && phrases.Reader.Province(args[i + 1]) is { } code && char.IsAsciiDigit(code[0]):
                    provinces.Add(code.PadLeft(2, '0'));
                    i++;
                    break;
                case "--province":
                    wrong = "After --province stands its name, or its number from 1 to 25.";
                    i++;
                    break;
                case "--all" or "--anyway" or "--confirm" or "--json":
                    flags.Add(args[i]);
                    break;
                case ['-', '-', ..] unknown:
                    wrong = $"{unknown} is not known: --interest, --province, --all, --anyway, --confirm and --json are.";
                    break;
                case var word:
                    words.Add(word);
                    break;
            }

        if (flags.Contains("--all") && interests.Count + provinces.Count > 0)
            wrong = "--all is everybody; leave it out to choose by interest or province.";
        return new(words, interests, provinces, flags.Contains("--all"), flags.Contains("--anyway"), flags.Contains("--confirm"), flags.Contains("--json"), wrong);
    }

    /// <summary>Without a choice, those whom the tip is for.</summary>
    public Audience For(Tip tip) => All ? Audience.Everybody : new Audience(Interests.Count > 0 ? Interests : tip.Interests, Provinces.Count > 0 ? Provinces : tip.Provinces);
}
