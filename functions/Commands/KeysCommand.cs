using System.Globalization;
using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Rotation;

namespace Hotline.Functions.Commands;

/// <summary>
/// -- keys [--json]; -- keys rotate pseudonym|seal|receipt|turn [--now]; -- keys reseal; -- keys retire ID; -- keys token [--done]. No secret is printed, and
/// none is taken from the command line, where other programs see it.
/// </summary>
public sealed class KeysCommand(IKeySource source, LivingRing keys, Resealing resealing, Retirement retirement, TokenChange tokens, TimeProvider clock)
{
    public async Task<int> Run(string[] args, TextReader input, TextWriter output)
    {
        switch (args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).Skip(1).ToArray())
        {
            case []:
                await List(args.Contains("--json"), output);
                return 0;
            case ["rotate", var name] when Purpose(name) is { } purpose:
                await output.WriteLineAsync(Rotate(purpose, args.Contains("--now")));
                return 0;
            case ["reseal"]:
                return await Reseal(output);
            case ["retire", var id]:
                return await Said(output, await retirement.Retire(id) is { } why ? (false, why) : (true, $"{id} is gone within five minutes; then no process and no old backup opens what it made."));
            case ["token"]:
                return await Said(output, args.Contains("--done") ? tokens.End() : tokens.Begin(await input.ReadLineAsync()));
            default:
                throw new SetupException("Say what to do: keys, keys rotate pseudonym|seal|receipt|turn [--now], keys reseal, keys retire ID, or keys token [--done]. The opt-out key is never rotated.");
        }
    }

    private static KeyPurpose? Purpose(string name) => name switch
    {
        "pseudonym" => KeyPurpose.Pseudonym,
        "seal" => KeyPurpose.Seal,
        "receipt" => KeyPurpose.Receipt,
        "turn" => KeyPurpose.Turn,
        _ => null,
    };

    private string Rotate(KeyPurpose purpose, bool atOnce)
    {
        var now = clock.GetUtcNow();
        var from = atOnce ? now : now + LivingRing.Notice;
        source.Change(ring => ring.WithNew(purpose, DateOnly.FromDateTime(now.UtcDateTime), from));
        keys.Reread();
        return atOnce
            ? "A new key is used from now on. Processes that run find it within five minutes; until then a conversation that begins in one of them may begin anew in another."
            : $"A new key is used from {Moment(from)} on; by then every process knows it. Nothing has to be restarted. Copy your backup of the keys anew.";
    }

    private async Task<int> Reseal(TextWriter output)
    {
        var done = await resealing.Run();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done.Rows} rows are sealed with the newest key now, {done.Changed} changed meanwhile{(done.Changed > 0 ? ": repeat this" : "")}."));
        if (done.Unread > 0)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done.Unread} rows do not open and stay as they are."));
        return done is { Changed: 0, Unread: 0 } ? 0 : 1;
    }

    private async Task List(bool json, TextWriter output)
    {
        var ring = keys.Now;
        foreach (var key in ring.All.OrderBy(key => key.Purpose))
        {
            var (purpose, state, from) = (key.Purpose.ToString().ToLowerInvariant(), State(ring, key), key.From > 0 ? DateTimeOffset.FromUnixTimeSeconds(key.From) : (DateTimeOffset?)null);
            await output.WriteLineAsync(json
                ? JsonSerializer.Serialize(new { key.Id, purpose, made = key.Created, from, state }, CommandJson.Lines)
                : $"{key.Id}  {purpose,-10} made {key.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}  used from {(from is { } at ? Moment(at) : "the beginning"),-20} {state}");
        }
    }

    private static string State(KeyRing ring, Key key) =>
        ring.IsInUse(key) ? "in use" : ring.Of(key.Purpose).TakeWhile(newer => newer.Id != key.Id).Any(ring.IsInUse) ? "older" : "to come";

    private static async Task<int> Said(TextWriter output, (bool Done, string Sentence) said)
    {
        await output.WriteLineAsync(said.Sentence);
        return said.Done ? 0 : 1;
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
