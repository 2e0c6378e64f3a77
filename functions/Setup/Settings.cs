using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Setup;

/// <summary>Everything an operator decides, read once at the start and checked by <see cref="SettingsReader"/>.</summary>
public sealed record Settings
{
    public required bool Development { get; init; }

    /// <summary>The address under which the provider reaches us, without a slash at the end.</summary>
    public required string PublicUrl { get; init; }

    public required string DataPath { get; init; }

    /// <summary>Azure Table storage; null: a SQLite file in <see cref="DataPath"/>.</summary>
    public StorageSettings? Storage { get; init; }

    /// <summary>The table of case keys, best in an account of its own; null: a file.</summary>
    public StorageSettings? Cases { get; init; }

    public required string KeyPath { get; init; }

    /// <summary>The database of the keys of cases, apart from <see cref="DataPath"/>'s.</summary>
    public string? CasePath { get; init; }

    public required ProviderKind Provider { get; init; }

    public required string AccountSid { get; init; }

    /// <summary>The current token, and during a rotation the one before.</summary>
    public required IReadOnlyList<string> AuthTokens { get; init; }

    /// <summary>The provider's API, without a slash at the end.</summary>
    public required string ApiUrl { get; init; }

    /// <summary>Hosts, with a port where it is not the usual one, from which recordings are fetched.</summary>
    public required IReadOnlyList<string> MediaHosts { get; init; }

    /// <summary>Where a person answers, in E.164; null until there is one.</summary>
    public string? DutyNumber { get; init; }

    /// <summary>Who is told of alerts, in E.164; they write back the alert's id.</summary>
    public IReadOnlyList<string> StaffNumbers { get; init; } = [];

    public OutreachSettings Outreach { get; init; } = new();

    /// <summary>Our number for check-ins, in E.164; null: nobody can be enrolled.</summary>
    public string? CheckInNumber { get; init; }

    /// <summary>Send no emergency number that nobody has verified.</summary>
    public bool RefuseUnverifiedNumbers { get; init; }

    /// <summary>US dollars a segment, for the cost that the simulator shows.</summary>
    public decimal SegmentPrice { get; init; }
}
