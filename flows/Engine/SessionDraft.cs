using System.Text.Json;

namespace Hotline.Flows.Engine;

/// <summary>The fields as they are read, in whatever order.</summary>
internal ref struct SessionDraft
{
    private const int LongestName = 16;

    private string? id, call, flow, state, language, paused, pausedLanguage, back, campaign;
    private int version, misses, turns, segments;
    private long started, last, wake;
    private bool voice, closed, left;
    private Slots slots;
    private string[]? words, recordings, trail;

    public void ReadField(ref Utf8JsonReader json)
    {
        Span<char> name = stackalloc char[LongestName];
        // One look at the name instead of up to twenty-two comparisons, at every field of every turn.
        switch (json.ValueSpan.Length > LongestName ? default : name[..json.CopyString(name)])
        {
            case "id": id = Next(ref json); break;
            case "flow": flow = Next(ref json); break;
            case "version": version = (int)NextNumber(ref json); break;
            case "state": state = Next(ref json); break;
            case "voice": voice = NextFlag(ref json); break;
            case "call": call = Next(ref json); break;
            case "language": language = Next(ref json); break;
            case "slots": slots = NextSlots(ref json); break;
            case "words": words = NextList(ref json); break;
            case "recordings": recordings = NextList(ref json); break;
            case "trail": trail = NextList(ref json); break;
            case "misses": misses = (int)NextNumber(ref json); break;
            case "paused": paused = Next(ref json); break;
            case "pausedLanguage": pausedLanguage = Next(ref json); break;
            case "return": back = Next(ref json); break;
            case "closed": closed = NextFlag(ref json); break;
            case "left": left = NextFlag(ref json); break;
            case "campaign": campaign = Next(ref json); break;
            case "started": started = NextNumber(ref json); break;
            case "last": last = NextNumber(ref json); break;
            case "wake": wake = NextNumber(ref json); break;
            case "turns": turns = (int)NextNumber(ref json); break;
            case "segments": segments = (int)NextNumber(ref json); break;
            default: json.Skip(); break;
        }
    }

    public readonly Session ToSession() => new()
    {
        Id = id ?? throw new JsonException("A session has an id."),
        Flow = flow ?? throw new JsonException("A session has a flow."),
        Version = version,
        State = state ?? throw new JsonException("A session has a state."),
        Channel = voice ? Channel.Voice : Channel.Text,
        Call = call,
        Language = language,
        Slots = slots,
        Words = words ?? [],
        Recordings = recordings ?? [],
        Trail = trail ?? [],
        Misses = misses,
        Paused = paused is null ? null : Place.Parse(paused),
        PausedLanguage = pausedLanguage,
        Return = back is null ? null : Place.Parse(back),
        Closed = closed,
        Left = left,
        Campaign = campaign,
        StartedAt = started,
        LastAt = last,
        WakeAt = wake,
        Turns = turns,
        Segments = segments,
    };

    private static string? Next(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    private static long NextNumber(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetInt64();
    }

    private static bool NextFlag(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetBoolean();
    }

    private static string[] NextList(ref Utf8JsonReader json)
    {
        var list = new List<string>(Limits.Trail);
        json.Read();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            list.Add(json.GetString() ?? "");
        return [.. list];
    }

    private static Slots NextSlots(ref Utf8JsonReader json)
    {
        var list = new List<KeyValuePair<string, string>>(12);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            list.Add(new(json.GetString()!, Next(ref json) ?? ""));
        return new Slots([.. list]);
    }
}
