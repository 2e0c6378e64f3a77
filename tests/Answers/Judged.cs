using Hotline.Localization.Answers;

namespace Hotline.Tests.Answers;

/// <summary>How well a finder does on a set of questions; each figure is a share of all of them, but trouble of those in trouble.</summary>
internal sealed record Judged(int Questions, double First, double AmongThree, double WronglySure, double TroubleSeen, IReadOnlyList<string> Misses)
{
    public static Judged By(AnswerFinder finder, IReadOnlyList<string[]> rows)
    {
        int first = 0, three = 0, wronglySure = 0, inTrouble = 0, seen = 0;
        var misses = new List<string>();
        foreach (var row in rows)
        {
            var wanted = row[1] == "-" ? [] : row[1].Split(',');
            var found = finder.Find(row[0]);
            var ids = found.Best.Select(answer => answer.Entry.Id).ToList();
            var right = wanted.Length == 0 ? ids.Count == 0 : ids.Count > 0 && wanted.Contains(ids[0]);
            if (right)
                first++;
            else
                misses.Add($"{row[1]}: {string.Join(' ', ids)} <- {row[0]}");
            if (right || ids.Exists(wanted.Contains))
                three++;
            if (found.Sure && !right)
                wronglySure++;
            if (row[3] == "yes" && ++inTrouble > 0 && found.Trouble)
                seen++;
        }

        double all = rows.Count;
        return new(rows.Count, first / all, three / all, wronglySure / all, inTrouble == 0 ? 1 : (double)seen / inTrouble, misses);
    }
}
