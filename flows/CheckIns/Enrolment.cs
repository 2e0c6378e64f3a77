namespace Hotline.Flows.CheckIns;

/// <summary>What a survivor and a caseworker agreed on. Its written form is <see cref="EnrolmentFile"/>; <see cref="EnrolmentCheck"/> says what is unsafe in it.</summary>
public sealed record Enrolment
{
    public const int UsualTries = 3, MostTries = 5;

    /// <summary>The day of the spoken consent.</summary>
    public required DateOnly ConsentOn { get; init; }

    /// <summary>The caseworker who heard it.</summary>
    public required string ConsentBy { get; init; }

    public required string Language { get; init; }

    public required Reach Channel { get; init; }

    /// <summary>Phnom Penh time (UTC+7, no summer time).</summary>
    public required TimeOnly From { get; init; }

    public required TimeOnly To { get; init; }

    public required IReadOnlyList<DayOfWeek> Weekdays { get; init; }

    public required bool SharedPhone { get; init; }

    /// <summary>Who we are, should somebody else ask.</summary>
    public required string CoverStory { get; init; }

    /// <summary>"1" to "5", a sentence of the reviewed list, or words of their own.</summary>
    public required string Opener { get; init; }

    /// <summary>The ordinary talk that answers everything before the safe word; "1" to "5", or words of their own.</summary>
    public required string Talk { get; init; }

    public string? SafeWord { get; init; }

    public string? DuressWord { get; init; }

    public string? SafeCode { get; init; }

    public string? DuressCode { get; init; }

    /// <summary>Whom to page, in order.</summary>
    public required IReadOnlyList<string> Page { get; init; }

    public required Cadence Cadence { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>Texts and calls of one contact at most.</summary>
    public int Tries { get; init; } = UsualTries;

    public bool ByText => Channel is Reach.Text or Reach.Both;

    public bool ByVoice => Channel is Reach.Voice or Reach.Both;

    /// <summary>Never its words.</summary>
    public override string ToString() => nameof(Enrolment);
}

public enum Reach { Text, Voice, Both }
