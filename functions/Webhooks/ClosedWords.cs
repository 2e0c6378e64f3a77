using System.Buffers;
using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>The words and small shapes that fields may hold (Twilio's call, message and recording resources; Somleng uses a part of them).</summary>
internal static class ClosedWords
{
    private static readonly byte[][] CallStates = Words("queued initiated ringing in-progress completed busy failed no-answer canceled");
    private static readonly byte[][] EndedCalls = Words("completed busy failed no-answer canceled");
    private static readonly byte[][] DialStates = Words("completed answered busy no-answer failed canceled in-progress ringing");
    private static readonly byte[][] MessageStates =
        Words("accepted scheduled queued sending sent delivered undelivered failed read canceled receiving received");
    private static readonly byte[][] RecordingStates = Words("in-progress completed absent failed paused stopped");
    private static readonly byte[][] Directions = Words("inbound outbound outbound-api outbound-dial");
    private static readonly SearchValues<byte> Keys = SearchValues.Create("0123456789*#"u8);
    private static readonly SearchValues<byte> Digit = SearchValues.Create("0123456789"u8);

    public static bool IsCallState(ReadOnlySpan<byte> word) => IsAny(word, CallStates);

    public static bool IsEnded(ReadOnlySpan<byte> word) => IsAny(word, EndedCalls);

    public static bool IsDialState(ReadOnlySpan<byte> word) => IsAny(word, DialStates);

    public static bool IsMessageState(ReadOnlySpan<byte> word) => IsAny(word, MessageStates);

    public static bool IsRecordingState(ReadOnlySpan<byte> word) => IsAny(word, RecordingStates);

    public static bool IsDirection(ReadOnlySpan<byte> word) => IsAny(word, Directions);

    /// <summary>Telephone keys, at most a hundred, none at all included, or the word hangup.</summary>
    public static bool IsDigits(ReadOnlySpan<byte> value) =>
        value.SequenceEqual("hangup"u8) || (value.Length <= 100 && !value.ContainsAnyExcept(Keys));

    public static bool IsNumber(ReadOnlySpan<byte> value, int most) =>
        value.Length > 0 && value.Length <= most && !value.ContainsAnyExcept(Digit);

    /// <summary>3 to 6 digits; Somleng's own codes have an S before them.</summary>
    public static bool IsFault(ReadOnlySpan<byte> value) => value is [(byte)'S', .. var own] ? IsNumber(own, 6) : value.Length >= 3 && IsNumber(value, 6);

    /// <summary>A date such as 2010-04-01.</summary>
    public static bool IsVersion(ReadOnlySpan<byte> value) =>
        value.Length == 10 && value[4] == '-' && value[7] == '-'
        && IsNumber(value[..4], 4) && IsNumber(value[5..7], 2) && IsNumber(value[8..], 2);

    private static bool IsAny(ReadOnlySpan<byte> word, byte[][] words)
    {
        foreach (byte[] other in words)
            if (word.SequenceEqual(other))
                return true;
        return false;
    }

    private static byte[][] Words(string words) => [.. words.Split(' ').Select(Encoding.UTF8.GetBytes)];
}
