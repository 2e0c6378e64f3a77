namespace Hotline.Flows.Engine;

/// <summary>What a person on duty writes back when an alert reached them: its short id, alone or after "ok".</summary>
internal static class Acknowledgement
{
    public const int IdLength = 6;

    public static string? In(string body)
    {
        var text = body.Trim().ToLowerInvariant();
        var id = text.StartsWith("ok ", StringComparison.Ordinal) ? text[3..].Trim() : text;
        return Chance.IsShortId(id, IdLength) ? id : null;
    }
}
