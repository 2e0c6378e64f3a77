using Hotline.Localization.Numbers;
using Hotline.Localization.Sms;

namespace Hotline.Functions.Tips;

/// <summary>What a broadcast would do, before it does it.</summary>
/// <param name="Made">Null: it does not exist yet; else these people come to it.</param>
/// <param name="People">By the language that they get it in.</param>
public sealed record BroadcastPlan(string Name, Broadcast? Made, Bilingual Text, IReadOnlyDictionary<string, int> People, DateTimeOffset From, DateTimeOffset Until)
{
    public int Count => People.Values.Sum();

    public int Segments => People.Sum(language => language.Value * SmsSegments.Measure(Text.In(language.Key)).Segments);

    public decimal Cost(decimal segmentPrice) => Segments * segmentPrice;
}
