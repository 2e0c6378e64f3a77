using Hotline.Functions.Alerts;
using Hotline.Functions.CheckIns;
using Hotline.Functions.MissedCall;
using Hotline.Functions.OutgoingCall;
using Hotline.Functions.Returning;
using Hotline.Functions.Sending;
using Hotline.Functions.Tips;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Setup;

/// <summary>Whatever the hotline does of its own accord: each kind of to-do and who performs it.</summary>
public static class OutreachServices
{
    public static IServiceCollection AddOutreach(this IServiceCollection services, Settings settings) => services
        .AddSingleton(settings.Outreach).AddSingleton(Lines.Of(settings))
        .AddSingleton<OptOuts>().AddSingleton<Fates>().AddSingleton<Sender>()
        .AddSingleton<ProviderProbe>().AddSingleton<IRegularWork>(provider => provider.GetRequiredService<ProviderProbe>())
        .AddSingleton<IPerformer, TextPerformer>()
        .AddReconciling()
        .AddSingleton<Openers>().AddSingleton<IPerformer, ContactPerformer>().AddSingleton<IRegularWork, ContactWatch>()
        .AddSingleton<StaffBook>().AddSingleton<Acknowledgements>().AddSingleton<PageGround>().AddSingleton<AlertText>().AddSingleton<AlertDesk>().AddSingleton<IPerformer, AlertPerformer>()
        .AddSingleton<RingReply>().AddSingleton<RingDoor>()
        .AddSingleton<MissedCallLine>().AddSingleton<RingBackCount>().AddSingleton<UrgentCallers>().AddSingleton<IPerformer, RingBackPerformer>()
        .AddTips();
}
