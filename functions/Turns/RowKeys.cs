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

    public static string Session(CallerId caller, string line) => $"session|{caller.Value}|{line}|public";

    public static string Turn(string hash) => Turns + hash;

    public static string Answer(string hash) => Answers + hash;

    /// <summary>Sorted by when it is due, so that "what is due" is one range.</summary>
    public static string Due(long unixSeconds, string kind, string id) => $"{TodoBefore(unixSeconds)}|{kind}|{id}";

    public static string TodoBefore(long unixSeconds) => Todo + unixSeconds.ToString("D11", CultureInfo.InvariantCulture);

    public static string Outcome(DateOnly day, string id) => $"outcome|{day:yyyy-MM-dd}|{id}";

    public static string Report(string receiptHash) => Reports + receiptHash;

    /// <summary>What waits for a hand or a later part of the program: alerts, recordings to fetch, texts nobody may answer.</summary>
    public static string Waiting(string kind, string id) => $"{Kept}{kind}|{id}";

    /// <summary>One row each time somebody says stop; any of them counts.</summary>
    public static string OptOut(string hash, string turnHash) => $"optout|{hash}|{turnHash}";

    /// <summary>The end of the range of keys that begin so.</summary>
    public static string After(string prefix) => prefix + "\uffff";
}
