namespace Hotline.Tests.Carriers;

/// <summary>A call as the provider keeps it.</summary>
internal sealed class KeptCall
{
    public required string Sid { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }

    /// <summary>Asked for what to say when somebody answers.</summary>
    public required string Url { get; init; }

    /// <summary>inbound or outbound-api.</summary>
    public required string Direction { get; init; }

    /// <summary>queued, ringing, in-progress, and one of completed, busy, no-answer, failed, canceled.</summary>
    public string Status { get; set; } = "queued";

    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset? Answered { get; set; }
    public DateTimeOffset? Ended { get; set; }
    public TimeSpan RingsFor { get; init; } = TimeSpan.FromSeconds(60);
    public string? StatusCallback { get; init; }

    /// <summary>Of initiated, ringing, answered and completed, those that are told.</summary>
    public IReadOnlyList<string> Events { get; init; } = ["completed"];

    /// <summary>From being answered to the end, by what the verbs took.</summary>
    public TimeSpan Lasted { get; set; }

    public int Sequence { get; set; }

    /// <summary>What the phone gets, or got; null for a call that came in.</summary>
    public Sent? Sent { get; init; }

    /// <summary>What was said and done once it was answered; null before.</summary>
    public RobotCall? Talk { get; set; }

    public bool Outbound => Direction == "outbound-api";

    public bool IsOver => Ended is not null;
}
