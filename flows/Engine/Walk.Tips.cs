using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

/// <summary>Short texts for people who ask for them.</summary>
internal sealed partial class Walk
{
    /// <summary>Whoever skipped the question where is joined as well, for tips that are for everybody.</summary>
    private void JoinTips() => effects.Add(new Effect.JoinTips(s.Slots[Slot.TipsInterest], s.Slots[Slot.TipsProvince], s.Language));

    private void AskForTips()
    {
        if (s.Flow != Everywhere.Tips.Flow)
            Park();
        Enter(Everywhere.Tips);
    }
}
