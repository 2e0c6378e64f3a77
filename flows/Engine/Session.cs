namespace Hotline.Flows.Engine;

/// <summary>Where one caller is, and what they have said so far. Immutable; its stored form is <see cref="SessionJson"/>.</summary>
public sealed record Session
{
    /// <summary>Names this conversation for its wake-ups; drawn from chance, says nothing about the caller.</summary>
    public required string Id { get; init; }

    public required string Flow { get; init; }

    /// <summary>The version of the flow that the state belongs to; a newer flow moves the session on by its own rule.</summary>
    public required int Version { get; init; }

    public required string State { get; init; }

    public Channel Channel { get; init; }

    /// <summary>The call that goes on here, in a form that names no one; a late word of an earlier call is not taken for this one's.</summary>
    public string? Call { get; init; }

    /// <summary>"km", "en"; null until the caller chose or wrote.</summary>
    public string? Language { get; init; }

    public Slots Slots { get; init; }

    /// <summary>The caller's own words, one entry a message.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Addresses of recordings at the carrier.</summary>
    public IReadOnlyList<string> Recordings { get; init; } = [];

    /// <summary>Answers in a row that were not understood in this state.</summary>
    public int Misses { get; init; }

    /// <summary>States already answered, latest last, for "back".</summary>
    public IReadOnlyList<string> Trail { get; init; } = [];

    /// <summary>A conversation put aside when the caller came back through the front door.</summary>
    public Place? Paused { get; init; }

    /// <summary>The language of what was put aside; the front door itself speaks that of the text before it.</summary>
    public string? PausedLanguage { get; init; }

    /// <summary>Where an everywhere word was said.</summary>
    public Place? Return { get; init; }

    /// <summary>The conversation was counted as abandoned; going on is possible until it expires.</summary>
    public bool Closed { get; init; }

    /// <summary>The caller hung up while speaking; only the recording may still come.</summary>
    public bool Left { get; init; }

    public string? Campaign { get; init; }

    public required long StartedAt { get; init; }

    /// <summary>Unix seconds of the caller's last input.</summary>
    public required long LastAt { get; init; }

    /// <summary>Unix seconds of the wake-up that is set, so that setting another takes this one away.</summary>
    public long WakeAt { get; init; }

    public int Turns { get; init; }

    /// <summary>SMS segments sent so far.</summary>
    public int Segments { get; init; }

    public Place Place => new(Flow, State);

    /// <summary>A sentence, a recording, "danger now" or "call me": from here on nothing may be lost. A caller who cannot speak may only be able to ask for a call.</summary>
    public bool Accepted => Words.Count > 0 || Recordings.Count > 0 || Slots[Slot.Alert] is not null || Slots[Slot.Callback] == "yes";
}
