using System.Globalization;
using Hotline.Functions.Keys;

namespace Hotline.Functions.Turns;

/// <summary>Where rows lie. Everything of one caller is in one shard, so that a turn is one commit.</summary>
public static class RowKeys
{
    public const string Todo = "todo|";
    public const string Answers = "answer|";
    public const string Turns = "turn|";
    public const string Kept = "kept|";
    public const string Reports = "report|";
    public const string Amendments = "amend|";
    public const string Desks = "desk|";
    public const string AllTried = "tried|";

    /// <summary>The desk row that says "read"; the others are answers.</summary>
    public const string ReadMark = "read";

    public const string AllDead = "dead|";
    public const string Fates = "fate|";

    /// <summary>How many missed calls were answered today; one row in all.</summary>
    public const string RingBacks = "ring-backs";

    /// <summary>Where a recording stands.</summary>
    public const string Recordings = "recording|";

    public const string AllCheckIns = "checkin|";

    /// <summary>What the provider still keeps of old texts.</summary>
    public const string CarrierCopies = "carrier|copies";

    /// <summary>How each chore went the last time.</summary>
    public const string Pulses = "health|";

    public const string Clients = "client|";
    public const string Outcomes = "outcome|";
    public const string AllTips = "tips|";
    public const string AllBroadcasts = "broadcast|";
    public const string AllTipTallies = "tally|";
    public const string AllRang = "rang|";
    public const string AllRung = "rung|";

    public static readonly TimeSpan AnswerStep = TimeSpan.FromMinutes(5);

    public const string AllSessions = "session|";
    public const string OptOuts = "optout|";

    public static string Pulse(string chore) => Pulses + chore;

    /// <summary>Two conversations of one person never mix.</summary>
    public static string Session(CallerId caller, string line, bool checkIn) => $"{AllSessions}{caller.Value}|{line}|{(checkIn ? "check-in" : "public")}";

    public static string Client(CallerId caller) => Clients + caller.Value;

    /// <summary>Somebody who asked for tips.</summary>
    public static string Tips(string caller) => AllTips + caller;

    public static string Broadcast(string name) => AllBroadcasts + name;

    /// <summary>One of a broadcast's recipients; in the caller's shard.</summary>
    public static string TipRecipient(string broadcast, string caller) => $"tipped|{broadcast}|{caller}";

    public static string TipTally(DateOnly day, string what, string id) => TipTalliesFrom(day) + $"{what}|{id}";

    public static string TipTalliesFrom(DateOnly day) => $"{AllTipTallies}{day:yyyy-MM-dd}|";

    /// <summary>A missed call that changed something, so that the next one of the same half hour does not.</summary>
    public static string Rang(string caller) => AllRang + caller;

    public static string CheckIns(string client) => $"{AllCheckIns}{client}|";

    public static string CheckIn(string client, DateOnly day, string id) => $"{CheckIns(client)}{day:yyyy-MM-dd}|{id}";

    public static DateOnly DayOfCheckIn(string key) => DateOnly.ParseExact(key.Split('|')[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="name">Keyed; it is the shard's name too.</param>
    public static string Recording(string name) => Recordings + name;

    /// <summary>The sound of a recording.</summary>
    public static string Sounds(string name) => $"sound|{name}|";

    /// <param name="fetch">Of two fetches at once one is thrown away.</param>
    public static string Sound(string name, string fetch, int part) => string.Create(CultureInfo.InvariantCulture, $"{Sounds(name)}{fetch}|{part:D3}");

    public static string Turn(string hash) => Turns + hash;

    /// <summary>Sorted by the five minutes in which it is over, so that what is over is one range and nobody has to look at the others.</summary>
    public static string Answer(string hash, DateTimeOffset until) => $"{AnswersUntil(until)}|{hash}";

    public static string AnswersUntil(DateTimeOffset moment) => Answers + (moment.ToUnixTimeSeconds() / (long)AnswerStep.TotalSeconds).ToString("D9", CultureInfo.InvariantCulture);

    /// <summary>Until when a missed call of this caller is not answered again.</summary>
    public static string Rung(string name) => AllRung + name;

    /// <summary>Sorted by when it is due, so that "what is due" is one range.</summary>
    public static string Due(long unixSeconds, string kind, string id) => $"{TodoBefore(unixSeconds)}|{kind}|{id}";

    /// <summary>What a to-do is for.</summary>
    public static string KindOf(string todoKey) => todoKey.Split('|')[2];

    public static DateTimeOffset DueOf(string todoKey) => DateTimeOffset.FromUnixTimeSeconds(long.Parse(todoKey.Split('|', 3)[1], NumberStyles.None, CultureInfo.InvariantCulture));

    public static string IdOf(string todoKey) => todoKey.Split('|', 4)[3];

    /// <summary>The name of one of several things for one person, which go out in the order in which they were made.</summary>
    /// <param name="order">Rises from one to the next.</param>
    public static string OneOfMany(string person, long order) => string.Create(CultureInfo.InvariantCulture, $"{person}.{order:D16}");

    public static bool IsOneOfMany(string todoKey) => IdOf(todoKey).Contains('.', StringComparison.Ordinal);

    /// <summary>Whom a to-do is for, or its own name.</summary>
    public static string PersonOf(string todoKey) => IdOf(todoKey).Split('.')[0];

    /// <summary>A to-do that was given up, for a person to look at.</summary>
    public static string Dead(string kind, string id) => $"{AllDead}{kind}|{id}";

    /// <summary>How a text or a call of ours fared; in the shard of whoever it went to.</summary>
    public static string Fate(string id) => Fates + id;

    public static string TodoBefore(long unixSeconds) => Todo + unixSeconds.ToString("D11", CultureInfo.InvariantCulture);

    public static string Outcome(DateOnly day, string id) => $"{Outcomes}{day:yyyy-MM-dd}|{id}";

    public static string Report(string receiptHash) => Reports + receiptHash;

    /// <summary>What was added to a report, beside it.</summary>
    public static string Amendment(string receiptHash, string id) => $"{Amendments}{receiptHash}|{id}";

    /// <summary>What caseworkers did with a report, beside it.</summary>
    public static string Desk(string receiptHash, string id) => $"{Desks}{receiptHash}|{id}";

    /// <summary>A code that opened nothing, one row each; in the caller's shard.</summary>
    public static string Tried(CallerId caller, string turnHash) => $"{AllTried}{caller.Value}|{turnHash}";

    /// <summary>What waits for a hand or a later part of the program: alerts, recordings to fetch, texts nobody may answer.</summary>
    public static string Waiting(string kind, string id) => $"{Kept}{kind}|{id}";

    /// <summary>One row each time somebody says stop; any of them counts.</summary>
    public static string OptOut(string hash, string turnHash) => $"{OptOuts}{hash}|{turnHash}";

    /// <summary>The end of the range of keys that begin so.</summary>
    public static string After(string prefix) => prefix + "\uffff";
}
