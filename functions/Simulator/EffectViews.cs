using System.Globalization;
using Hotline.Flows.Engine;
using Hotline.Localization.Reading;

namespace Hotline.Functions.Simulator;

/// <summary>Effects as the page shows them.</summary>
internal static class EffectViews
{
    public static EffectView Of(Effect effect, Places places) => effect switch
    {
        Effect.RaiseAlert alert => View("alert", ("reason", alert.Reason), ("km", Place(alert.Province ?? alert.Country, places, "km")), ("en", Place(alert.Province ?? alert.Country, places, "en"))),
        Effect.FileReport { Report: var report } => View(report.Finished ? "filed" : "filed-as-is", ("words", Number(report.Words.Count)), ("recordings", Number(report.Recordings.Count))),
        Effect.AmendReport { Amendment: var amendment } => View("amended", ("kind", amendment.GetType().Name.ToLowerInvariant())),
        Effect.KeepContact => View("keep-contact"),
        Effect.ForgetContact => View("forget-contact"),
        Effect.OptOut => View("opt-out"),
        Effect.DiscardRecording => View("discard-recording"),
        Effect.WakeAt wake => View("wake", ("when", wake.When.ToString("O", CultureInfo.InvariantCulture))),
        Effect.WordHeard heard => View("word-heard", ("kind", heard.Kind.ToString())),
        Effect.PauseClient pause => View("pause-client", ("why", pause.Why.ToString())),
        Effect.TellCaseworker tell => View("tell-caseworker", ("what", tell.What)),
        Effect.CheckInDone => View("check-in-done"),
        Effect.EndConversation { Outcome: var outcome } => View("counted", ("end", outcome.End), ("turns", Number(outcome.Turns)), ("segments", Number(outcome.Segments))),
        _ => View(effect.GetType().Name),
    };

    public static string Place(string? code, Places places, string language) => code is null ? "" : places.Name(code, language);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static EffectView View(string kind, params (string Name, string Value)[] details) =>
        new(kind, details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal));
}
