namespace Hotline.Flows.Engine;

/// <summary>
/// Which conversation a text belongs to: asked from top to bottom, the first rule that holds takes it. A person on duty who has seen an alert, and the
/// number that was dialled, come before all of these (<see cref="Conversation"/>).
/// </summary>
internal static class Router
{
    private static readonly (Route Route, Func<Heard, bool> Holds)[] Rules =
    [
        // Stop, erase, help …: only as the whole message.
        (Route.Word, heard => heard.Word is not null && heard.WordActs),
        // It answers the question just asked.
        (Route.Session, heard => heard.AnswersTheQuestion),
        // Sixteen digits whose check digit fits.
        (Route.Receipt, heard => heard.IsReceipt),
        // From a poster or a broadcast.
        (Route.Campaign, heard => heard.AtTheDoor && heard.Campaign is not null),
        (Route.Tips, heard => heard.AtTheDoor && heard.IsTips),
        // "Hello", "thanks", a yes to nothing.
        (Route.Courtesy, heard => heard.IsCourtesy),
        // About work abroad, and nobody in it is in trouble.
        (Route.Question, heard => heard.IsTold && heard.IsQuestion),
        // Everything else that says something. It is kept.
        (Route.Story, heard => heard.IsTold),
        (Route.Nothing, _ => true),
    ];

    public static Route Of(Heard heard)
    {
        foreach (var (route, holds) in Rules)
            if (holds(heard))
                return route;
        return Route.Nothing;
    }
}
