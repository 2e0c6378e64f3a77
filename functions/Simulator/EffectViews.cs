using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hotline.Flows.Engine;
using Hotline.Localization.Reading;

namespace Hotline.Functions.Simulator;

/// <summary>Effects as the page shows them. page/effects.js has the words for every kind, and for every detail that is a word.</summary>
internal static class EffectViews
{
    public static EffectView Of(Effect effect, Places places) => effect switch
    {
        Effect.RaiseAlert alert => View("alert", ("reason", alert.Reason), ("km", Place(alert.Province ?? alert.Country, places, "km")), ("en", Place(alert.Province ?? alert.Country, places, "en"))),
        Effect.FileReport { Report: var report } => View(report.Finished ? "filed" : "filed-as-is", ("words", Number(report.Words.Count)), ("recordings", Number(report.Recordings.Count))),
        Effect.AmendReport { Amendment: var amendment } => View("amended", Amended(amendment)),
        Effect.KeepContact => View("keep-contact"),
        Effect.ForgetContact => View("forget-contact"),
        Effect.OptOut => View("opt-out"),
        Effect.AcknowledgeAlert => View("acknowledged"),
        Effect.RequestCall => View("request-call"),
        Effect.KeepQuestion question => View("keep-question", ("text", question.Text)),
        Effect.DiscardRecording => View("discard-recording"),
        Effect.WakeAt wake => View("wake", ("when", wake.When.ToString("O", CultureInfo.InvariantCulture))),
        Effect.WordHeard heard => View("word-heard", ("kind", Word(heard.Kind))),
        Effect.PauseClient pause => View("pause-client", ("why", Word(pause.Why))),
        Effect.TellCaseworker tell => View("tell-caseworker", ("what", tell.What)),
        Effect.CheckInDone { Result: var result } => View("check-in-done", ("how-far", result.Finished ? "finished" : "unfinished")),
        Effect.JoinTips => View("join-tips"),
        Effect.LeaveTips => View("leave-tips"),
        Effect.EndConversation { Outcome: var outcome } => View("counted", ("end", outcome.End), ("turns", Number(outcome.Turns)), ("segments", Number(outcome.Segments))),
        _ => throw new UnreachableException(),
    };

    public static string Place(string? code, Places places, string language) => code is null ? "" : places.Name(code, language);

    private static (string, string)[] Amended(Amendment amendment) => amendment switch
    {
        Amendment.Words => [("kind", "words")],
        Amendment.Recording => [("kind", "recording")],
        Amendment.Answer answer => [("kind", "answer"), ("slot", answer.Slot)],
        Amendment.Withdrawal => [("kind", "withdrawal")],
        _ => throw new UnreachableException(),
    };

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static EffectView View(string kind, params (string Name, string Value)[] details) =>
        new(kind, details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal));
}
