namespace Hotline.Functions.Setup;

/// <summary>What an operator decides about texts and calls that go out of our own accord.</summary>
public sealed record OutreachSettings
{
    /// <summary>The public number, in E.164 or a short code: alerts, tips and late answers come from it. Null: none of them goes out.</summary>
    public string? Number { get; init; }

    /// <summary>Published for missed calls: who rings it is rung back. Null: nobody is.</summary>
    public string? MissedCallNumber { get; init; }

    /// <summary>Published for tips: who rings it joins or leaves, and nobody picks up. Null: there is none.</summary>
    public string? TipsNumber { get; init; }

    /// <summary>Told when nobody on duty has seen an alert in time, in E.164.</summary>
    public IReadOnlyList<string> SupervisorNumbers { get; init; } = [];

    /// <summary>The names that enrolments page, and their numbers in E.164.</summary>
    public IReadOnlyDictionary<string, string> Caseworkers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public double TextsPerSecond { get; init; } = 1;

    public double CallsPerSecond { get; init; } = 1;

    /// <summary>ISO 3166-1 alpha-2: whom a missed call rings back.</summary>
    public IReadOnlyList<string> RingBackCountries { get; init; } = ["KH"];

    /// <summary>Ring-backs in a day after which an alarm is raised, and only urgent ones go on.</summary>
    public int RingBacksPerDay { get; init; } = 200;
}
