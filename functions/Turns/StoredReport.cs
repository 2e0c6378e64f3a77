namespace Hotline.Functions.Turns;

/// <summary>A report as it lies in its row, sealed. The receipt is not in it: whoever reads reports may not pass for the reporter.</summary>
public sealed record StoredReport(
    DateOnly Day,
    bool Finished,
    string Channel,
    string? Language,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Recordings,
    string? Contact);

/// <summary>A report and the row it belongs in.</summary>
public sealed record LandedReport(string Shard, string Key, StoredReport Report);

/// <summary>An alert that nobody was told of yet: no words, no number.</summary>
public sealed record StoredAlert(string Id, string Reason, string Channel, string? Country, string? Province, DateTimeOffset Raised);

/// <summary>Something kept until a hand takes it: a recording's address, a text from a name that cannot be answered.</summary>
/// <param name="At">Only of a call that was promised: whoever said that it is safe said it of that hour.</param>
public sealed record WaitingItem(string Kind, string Content, string? Call, DateOnly Day, DateTimeOffset? At = null);
