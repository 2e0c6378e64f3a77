namespace Hotline.Tests.Carriers;

/// <summary>A message as the provider keeps it.</summary>
internal sealed class KeptMessage
{
    public required string Sid { get; init; }

    /// <summary>inbound, outbound-api or outbound-reply.</summary>
    public required string Direction { get; init; }

    public required string From { get; init; }
    public required string To { get; init; }
    public required string Body { get; set; }
    public required string Status { get; set; }
    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset? DateSent { get; set; }
    public DateTimeOffset Updated { get; set; }

    /// <summary>30003 and the like; null while all is well.</summary>
    public string? Error { get; set; }

    /// <summary>Not put through any more after this.</summary>
    public DateTimeOffset ValidUntil { get; init; }

    public string? StatusCallback { get; init; }

    /// <summary>Higher for what came later; pages go by it.</summary>
    public long Order { get; set; }

    public bool Deleted { get; set; }

    /// <summary>What the phone gets, or got; null for what came in.</summary>
    public Sent? Sent { get; init; }

    public bool Inbound => Direction == "inbound";

    public bool IsFinal => Status is "delivered" or "undelivered" or "failed" or "received" or "canceled";

    /// <summary>What listing and its filters go by. Unconfirmed for what still waits.</summary>
    public DateTimeOffset Listed => DateSent ?? Created;
}
