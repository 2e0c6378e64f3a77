using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Simulator;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>Whatever follows from a turn is told in a sentence, in the language of the page.</summary>
[Collection(nameof(BrowserTests))]
public sealed class EffectWordsTests(Browser browser, OpenLine line)
{
    private static readonly DateTimeOffset When = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    /// <summary>Every effect, and every word that one of them may carry: from the enumerations, and from the flows themselves.</summary>
    private static readonly Effect[] Samples =
    [
        new Effect.RaiseAlert("bcdfgh", "danger", Channel.Text, "KH", "07"), new Effect.AcknowledgeAlert("bcdfgh"),
        new Effect.FileReport(Report(true)), new Effect.FileReport(Report(false)),
        .. Each<Amendment>([new Amendment.Words("words"), new Amendment.Recording("https://a/b"), new Amendment.Answer("share", "police"), new Amendment.Withdrawal()]).Select(change => new Effect.AmendReport("1234567890123450", change)),
        new Effect.KeepContact(), new Effect.ForgetContact(), new Effect.OptOut(), new Effect.JoinTips("home", null, "km"), new Effect.LeaveTips(), new Effect.RequestCall("bcdfgh", "km"), new Effect.KeepQuestion("bcdfgh", "how far is the moon", "en"),
        new Effect.DiscardRecording("https://a/b"), new Effect.WakeAt("session", When),
        .. Enum.GetValues<WordKind>().Select(kind => new Effect.WordHeard(kind)),
        .. Enum.GetValues<PauseReason>().Select(why => new Effect.PauseClient(why)),
        .. States().SelectMany(state => state.Set).Where(slot => slot.Key == CheckInSlot.Tell).Select(slot => slot.Value).Concat(["duress", "help"]).Distinct().Select(what => new Effect.TellCaseworker(what)),
        new Effect.CheckInDone(new CheckInResult("bcdfgh", new DateOnly(2026, 11, 24), Channel.Voice, true)), new Effect.CheckInDone(new CheckInResult("bcdfgh", new DateOnly(2026, 11, 24), Channel.Voice, false)),
        .. States().Select(state => state.End).OfType<string>().Concat(["filed-as-is"]).Distinct().Select(end => new Effect.EndConversation(new Outcome("report", 1, Channel.Text, "km", null, end, 1, 1, 1, null, null, null))),
    ];

    [Fact]
    public void Every_effect_and_every_amendment_has_a_view()
    {
        Assert.Equal(Kinds<Effect>(), Samples.Select(effect => effect.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        var views = Samples.Select(View).ToList();
        Assert.Equal(Samples.Length, views.Select(view => JsonSerializer.Serialize(view)).Distinct().Count());
        Assert.DoesNotContain(views, view => view.Kind.Any(char.IsAsciiLetterUpper) || view.Details.Values.Any(detail => Kinds<Effect>().Contains(detail)));
    }

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task The_page_has_a_sentence_for_each_and_no_two_are_the_same(string language)
    {
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        await page.Page.ClickAsync($"[data-language={language}]");
        var views = Samples.Select(View).ToList();
        var sentences = await page.Page.EvaluateAsync<string[]>(
            "async views => { const { sentence } = await import('/simulator/effects.js'); return JSON.parse(views).map(view => String(sentence(view))); }",
            JsonSerializer.Serialize(views, JsonSerializerOptions.Web));
        Assert.Equal(views.Count, sentences.Distinct(StringComparer.Ordinal).Count());
        Assert.All(sentences.Zip(views), told =>
        {
            Assert.DoesNotContain("undefined", told.First, StringComparison.Ordinal);
            Assert.NotEqual(told.Second.Kind, told.First);
            Assert.Equal(language == "km", told.First.Any(c => c is >= '\u1780' and <= '\u17FF'));
        });
        // Something the page has never heard of is not passed over in silence.
        Assert.Equal("unheard-of", await page.Page.EvaluateAsync<string>("async () => (await import('/simulator/effects.js')).sentence({ kind: 'unheard-of', details: {} })"));
    }

    private static EffectView View(Effect effect) => EffectViews.Of(effect, Hotlines.Context.Phrases.Reader.Places);

    private static IEnumerable<Flows.Files.State> States() => Hotlines.Context.Flows.All.SelectMany(flow => flow.States.Values);

    /// <summary>The samples, if none of the kinds is missing.</summary>
    private static T[] Each<T>(T[] samples) where T : notnull
    {
        Assert.Equal(Kinds<T>(), samples.Select(sample => sample.GetType().Name).Order(StringComparer.Ordinal));
        return samples;
    }

    private static IEnumerable<string> Kinds<T>() => typeof(T).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(T))).Select(type => type.Name).Order(StringComparer.Ordinal);

    private static Report Report(bool finished) => new("1234567890123450", finished, Channel.Text, "km", Slots.Empty, [], []);
}
