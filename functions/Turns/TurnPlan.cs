using System.Buffers.Binary;
using Hotline.Flows.Engine;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Turns;

/// <summary>A turn as the rows of one commit: session, turn id, answer, wake-up, to-dos, outcome. All or nothing.</summary>
public sealed class TurnPlan(Sealer sealer, EffectRows effectRows)
{
    /// <summary>Providers retry within 15 seconds; a minute more than that would do, a quarter of an hour forgives a slow night.</summary>
    public static readonly TimeSpan AnswerLife = TimeSpan.FromMinutes(15);

    public Planned Make(TurnRequest request, string turnHash, IReadOnlyList<string> otherHashes, Envelope? before, string? version, ClientSeen? client, Turn turn, byte[] reply, DateTimeOffset now)
    {
        var shard = request.Caller.Shard;
        var planned = new Planned();
        var wake = new Wake(request.Caller.Value, RowKeys.Session(request.Caller, request.Line, request.CheckIn), turn.Next?.Id ?? before?.Session.Id ?? "");
        planned.Writes.Add(new Insert(RowKeys.Turn(turnHash), Day(now)));
        // A retry may reach a process that uses another key, and must conflict there too.
        foreach (var other in otherHashes)
            planned.Writes.Add(new Insert(RowKeys.Turn(other), Day(now)));
        var answer = RowKeys.Answer(turnHash, now + AnswerLife);
        planned.Writes.Add(new Insert(answer, SealAnswer(shard, answer, reply, now + AnswerLife)));
        effectRows.Add(planned, shard, wake, before, client, turn, request.Number, turnHash, now);
        Session(planned, shard, wake, version, turn);
        return planned;
    }

    public Planned MakeWoken(string shard, Wake wake, string dueKey, Envelope before, string version, Turn turn, DateTimeOffset now)
    {
        var planned = new Planned();
        effectRows.Add(planned, shard, wake, before, null, turn, null, "", now);
        Session(planned, shard, wake, version, turn);
        // The wake-up that woke us is done with, unless a clock set back made the session ask for the very same one.
        if (planned.Wake != dueKey && planned.Writes.All(write => write.Key != dueKey))
            planned.Writes.Add(new Delete(dueKey));
        return planned;
    }

    private void Session(Planned planned, string shard, Wake wake, string? version, Turn turn)
    {
        if (turn.Next is null)
        {
            if (version is not null)
                planned.Writes.Add(new Delete(wake.SessionKey, version));
            return;
        }

        var body = sealer.Seal(shard, wake.SessionKey, new Envelope(turn.Next, planned.Contact).ToJson());
        planned.Writes.Add(version is null ? new Insert(wake.SessionKey, body) : new Replace(wake.SessionKey, version, body));
    }

    private byte[] SealAnswer(string shard, string key, byte[] reply, DateTimeOffset until)
    {
        var body = new byte[sizeof(long) + reply.Length];
        BinaryPrimitives.WriteInt64LittleEndian(body, until.ToUnixTimeSeconds());
        reply.CopyTo(body, sizeof(long));
        return sealer.Seal(shard, key, body);
    }

    /// <summary>Rows carry the day, not the second.</summary>
    internal static byte[] Day(DateTimeOffset now)
    {
        var day = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(day, DateOnly.FromDateTime(now.UtcDateTime).DayNumber);
        return day;
    }
}

/// <summary>The writes of one commit, and the reports among them that can land at once.</summary>
public sealed class Planned
{
    public List<Write> Writes { get; } = new(6);

    public List<PendingReport> Reports { get; } = [];

    /// <summary>The to-do of the last amendment in this commit.</summary>
    public string? LastAmendment { get; set; }

    /// <summary>A to-do among the writes is due at once.</summary>
    public bool Hurry { get; set; }

    /// <summary>The number that may be used to answer, as it stands after this turn.</summary>
    public string? Contact { get; set; }

    /// <summary>The key of the wake-up that stands after this commit, if it was set anew.</summary>
    public string? Wake { get; set; }
}

/// <summary>A report on its way: sealed in the caller's shard under <paramref name="TodoKey"/> until it lies under its own key.</summary>
public sealed record PendingReport(string TodoKey, LandedReport Report);
