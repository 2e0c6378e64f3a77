namespace Hotline.Functions.Providers;

/// <summary>What was asked and how it ended: no sid, no number, no word, no address.</summary>
internal static partial class ProviderLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The provider was asked to {Task}: {Outcome}, HTTP {Status}, fault {Fault}, {Milliseconds} ms")]
    public static partial void Asked(this ILogger logger, string task, string outcome, int? status, string? fault, long milliseconds);
}
