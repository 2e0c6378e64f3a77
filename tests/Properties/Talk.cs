using Hotline.Flows.Engine;
using Hotline.Tests.Golden;

namespace Hotline.Tests.Properties;

/// <summary>Several callers at once, at random; everything follows from the seed.</summary>
/// <param name="alter">A fault put into every turn, for the tests of the tests.</param>
internal sealed class Talk(int seed, Func<Step, Turn>? alter = null)
{
    private const int Callers = 8;
    private static readonly string?[] Countries = ["KH", "KH", "KH", "TH", "CN", null, "JP"];

    private readonly Random random = new(seed);
    private readonly HashSet<string> receipts = [];
    private readonly Conversation conversation = seed % 2 == 0 ? Hotlines.Conversation : Hotlines.Staffed;
    private DateTimeOffset now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    public HashSet<string> Places { get; } = [];

    public int Filed { get; private set; }

    /// <summary>Null when all went well, else what went wrong first, with all that is needed to see it again.</summary>
    public string? Run(int turns)
    {
        var desk = new Desk(random);
        var mouth = new Mouth(random, desk);
        var phones = Enumerable.Range(0, Callers).Select(_ => new Phone(random, desk, receipts, Countries[random.Next(Countries.Length)])).ToArray();
        for (var turn = 0; turn < turns; turn++)
        {
            Tick();
            var phone = phones[random.Next(phones.Length)];
            var (said, caller) = phone.Choose(mouth, now);
            Step step;
            try
            {
                step = phone.Take(conversation, said, caller, now, Draw());
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return $"seed {seed}, turn {turn}, {Show(said.Input)}: it throws {e}";
            }

            if (alter is not null)
                step = phone.Replace(step, alter(step));
            var wrong = Invariants.Of(step).Concat(phone.Ledger.Enter(step)).ToList();
            if (wrong.Count > 0)
                return $"seed {seed}, turn {turn}, in {step.Before?.Place.ToString() ?? "nothing"} by {caller.Channel}, {Show(said.Input)} → {step.Turn.Next?.Place.ToString() ?? "nothing"}: {string.Join("; ", wrong)}";
            if (step.Turn.Next is { } next)
                Places.Add($"{next.Channel} {next.Place}");
            Filed += step.Effects<Effect.FileReport>().Count();
        }

        return null;
    }

    /// <summary>Mostly seconds, sometimes the waits that matter, now and then a clock set back.</summary>
    private void Tick() => now += random.Next(400) switch
    {
        0 => TimeSpan.FromMinutes(21),
        1 => TimeSpan.FromMinutes(31),
        2 when random.Next(4) == 0 => TimeSpan.FromHours(73),
        3 => TimeSpan.FromMinutes(-5),
        _ => TimeSpan.FromSeconds(random.Next(1, 8)),
    };

    private Chance Draw() => new(new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()));

    private static string Show(Input input) => input is Input.Text text ? $"text \"{(text.Body.Length > 60 ? text.Body[..60] + "…" : text.Body)}\"" : input.ToString();
}
