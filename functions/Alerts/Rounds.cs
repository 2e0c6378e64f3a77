namespace Hotline.Functions.Alerts;

/// <summary>What a round changes in an <see cref="OwedAlert"/>.</summary>
internal static class Rounds
{
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MostPatience = TimeSpan.FromMinutes(5);

    /// <summary>Before anything goes out: whoever dies in between has told, as far as the plan goes, and is never faster than it.</summary>
    public static OwedAlert Begin(this OwedAlert alert, IEnumerable<Contact> due, DateTimeOffset now)
    {
        var told = Copy(alert);
        foreach (var contact in due)
        {
            var before = told.GetValueOrDefault(contact.Name) ?? new Told();
            told[contact.Name] = before with { Step = before.Step + 1, At = now.ToUnixTimeSeconds() };
        }

        return alert with { Told = told };
    }

    /// <param name="begun">As <see cref="Begin"/> left it.</param>
    /// <param name="before">As it was before.</param>
    public static OwedAlert After(this OwedAlert begun, OwedAlert before, Contact contact, Telling? text, Telling? call, DateTimeOffset now)
    {
        var (told, was) = (begun.Told[contact.Name], before.Told.GetValueOrDefault(contact.Name) ?? new Told());
        // Nothing was done, so the same step is still to be done: later, or by the other way.
        if (text is not { Went: true } && call is not { Went: true })
            told = told with { Step = was.Step, At = was.At, NotBefore = (text?.Later ?? call?.Later) is { } patience ? (now + Within(patience)).ToUnixTimeSeconds() : 0 };
        var wrong = text?.Why ?? call?.Why;
        var all = Copy(begun);
        all[contact.Name] = told with { NoTexts = told.NoTexts || text is { Never: true }, NoCalls = told.NoCalls || call is { Never: true }, Noted = told.Noted || wrong is not null };
        return begun with { Told = all, Sooner = wrong is null ? begun.Sooner : Math.Max(begun.Sooner, contact.Rung + 1) };
    }

    /// <summary>Nobody can be reached: every way is tried again in a while, since somebody may be putting it right.</summary>
    public static OwedAlert Afresh(this OwedAlert alert, DateTimeOffset now)
    {
        var later = (now + AlertPlan.Slower).ToUnixTimeSeconds();
        return alert with { Told = alert.Told.ToDictionary(person => person.Key, person => person.Value with { NoTexts = false, NoCalls = false, NotBefore = later }, StringComparer.Ordinal) };
    }

    private static Dictionary<string, Told> Copy(OwedAlert alert) => new(alert.Told, StringComparer.Ordinal);

    private static TimeSpan Within(TimeSpan patience) => TimeSpan.FromTicks(Math.Clamp(patience.Ticks, LeastPatience.Ticks, MostPatience.Ticks));
}
