using System.Text.Json;

namespace Hotline.Flows.Engine;

/// <summary>The fields as they are read, in whatever order.</summary>
internal ref struct SessionDraft
{
    private string? id, call, flow, state, language, paused, pausedLanguage, back, campaign;
    private int version, misses, turns, segments;
    private long started, last, wake;
    private bool voice, closed;
    private Slots slots;
    private string[]? words, recordings, trail;

    public void ReadField(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("id"u8)) id = Next(ref json);
        else if (json.ValueTextEquals("flow"u8)) flow = Next(ref json);
        else if (json.ValueTextEquals("version"u8)) version = (int)NextNumber(ref json);
        else if (json.ValueTextEquals("state"u8)) state = Next(ref json);
        else if (json.ValueTextEquals("voice"u8)) voice = NextFlag(ref json);
        else if (json.ValueTextEquals("call"u8)) call = Next(ref json);
        else if (json.ValueTextEquals("language"u8)) language = Next(ref json);
        else if (json.ValueTextEquals("slots"u8)) slots = NextSlots(ref json);
        else if (json.ValueTextEquals("words"u8)) words = NextList(ref json);
        else if (json.ValueTextEquals("recordings"u8)) recordings = NextList(ref json);
        else if (json.ValueTextEquals("trail"u8)) trail = NextList(ref json);
        else if (json.ValueTextEquals("misses"u8)) misses = (int)NextNumber(ref json);
        else if (json.ValueTextEquals("paused"u8)) paused = Next(ref json);
        else if (json.ValueTextEquals("pausedLanguage"u8)) pausedLanguage = Next(ref json);
        else if (json.ValueTextEquals("return"u8)) back = Next(ref json);
        else if (json.ValueTextEquals("closed"u8)) closed = NextFlag(ref json);
        else if (json.ValueTextEquals("campaign"u8)) campaign = Next(ref json);
        else if (json.ValueTextEquals("started"u8)) started = NextNumber(ref json);
        else if (json.ValueTextEquals("last"u8)) last = NextNumber(ref json);
        else if (json.ValueTextEquals("wake"u8)) wake = NextNumber(ref json);
        else if (json.ValueTextEquals("turns"u8)) turns = (int)NextNumber(ref json);
        else if (json.ValueTextEquals("segments"u8)) segments = (int)NextNumber(ref json);
        else json.Skip();
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
        var list = new List<string>();
        json.Read();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            list.Add(json.GetString() ?? "");
        return [.. list];
    }

    private static Slots NextSlots(ref Utf8JsonReader json)
    {
        var list = new List<KeyValuePair<string, string>>();
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            list.Add(new(json.GetString()!, Next(ref json) ?? ""));
        return new Slots([.. list]);
    }
}
