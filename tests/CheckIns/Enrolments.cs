using Hotline.Flows.CheckIns;
using Hotline.Functions.Transcripts;
using Hotline.Tests.Golden;

namespace Hotline.Tests.CheckIns;

/// <summary>An enrolment without a problem, to be changed.</summary>
internal static class Enrolments
{
    public static readonly DateOnly Today = new(2026, 3, 9);

    public static Enrolment Good { get; } = SampleClient.In("km").Enrolment!;

    public static IReadOnlyList<string> Problems(Enrolment enrolment) => new EnrolmentCheck(Hotlines.Context.Phrases, Hotlines.Context.Sensitive).Problems(enrolment, Today);

    /// <summary>As a caseworker writes it.</summary>
    public const string Json = """
        {
          "consent": { "on": "2026-03-01", "by": "the caseworker" },
          "language": "km", "channel": "both",
          "hours": { "from": "18:00", "to": "20:00" }, "weekdays": ["tuesday", "thursday"],
          "sharedPhone": true, "coverStory": "a shop", "opener": "1", "talk": "4",
          "safeWord": "ស្វាយទុំ", "duressWord": "ចេកអំបូង", "safeCode": "4837", "duressCode": "2915",
          "page": ["the caseworker"], "cadence": ["1w", "2w", "4w", "2m", "3m", "4m", "5m", "6m", "8m", "10m", "12m"], "then": "2m", "start": "2026-03-02"
        }
        """;
}
