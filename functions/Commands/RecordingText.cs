using System.Globalization;
using Hotline.Functions.Recordings;
using Hotline.Localization.Writing;

namespace Hotline.Functions.Commands;

/// <summary>Recordings as lines for a terminal: where they are, never their addresses.</summary>
public static class RecordingText
{
    /// <param name="found">Null when nothing is known of it.</param>
    public static string State(FoundRecording? found) => found?.Recording switch
    {
        { State: RecordingState.Kept } kept => $"kept here, {Length(kept)}{(kept.Address is null ? "" : "; the provider has a copy")}{Why(kept)}",
        { State: RecordingState.Discarded } => "discarded",
        { } expected => $"at the provider, to be fetched{Why(expected)}",
        null => "at the provider",
    };

    public static string Nobodys(FoundRecording found) =>
        $"RECORDING {NameOf(found)}: of a call that no report is known of, {Written.Date(found.Recording.Day, "en", weekday: false)}, {State(found)}";

    /// <returns>Null when there are none.</returns>
    public static string? Undeletable(IEnumerable<FoundRecording> all) => all.Count(found => found.Recording is { State: not RecordingState.Expected, Address: not null, Why: not null }) is var count and > 0
        ? string.Create(CultureInfo.InvariantCulture, $"AT THE PROVIDER: {count} recordings that it does not delete. Ask it to do so, or agree with it how long they are kept.")
        : null;

    /// <summary>Six letters, to speak of it.</summary>
    public static string NameOf(FoundRecording found) => found.Name[..6];

    private static string Length(Recording kept) =>
        string.Create(CultureInfo.InvariantCulture, $"{(kept.Seconds > 0 ? $"{kept.Seconds} seconds, " : "")}{kept.Bytes} bytes");

    private static string Why(Recording recording) => recording.Why is { } why ? $". {why}" : "";
}
