using Hotline.Functions.Setup;
using Hotline.Functions.ToDos;
using Hotline.Localization;

namespace Hotline.Functions.Tips;

/// <summary>Short texts for people who ask for them. What turns need of it stands in TurnServices.</summary>
public static class TipServices
{
    public static IServiceCollection AddTips(this IServiceCollection services) => services
        .AddSingleton(provider => TipHours.Of(provider.GetRequiredService<Phrasebook>().Hours))
        .AddSingleton(provider => TipRate.Of(provider.GetRequiredService<OutreachSettings>()))
        .AddSingleton<TipCalls>().AddSingleton<BroadcastDesk>().AddSingleton<BroadcastStatus>()
        .AddSingleton<IPerformer, TipPerformer>().AddSingleton<IRegularWork, TipPurge>();
}
