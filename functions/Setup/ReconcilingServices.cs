using Hotline.Functions.InboundSms;
using Hotline.Functions.Reconciling;
using Hotline.Functions.Recordings;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Setup;

/// <summary>What makes the provider's list and our store agree.</summary>
public static class ReconcilingServices
{
    public static IServiceCollection AddReconciling(this IServiceCollection services) => services
        .AddSingleton<Inbox>().AddSingleton<Held>().AddSingleton<TakingIn>().AddSingleton<OpenSends>().AddSingleton<Copies>().AddSingleton<CarrierCopiesRow>().AddSingleton<Reconciler>()
        .AddSingleton<Sounds>().AddSingleton<IPerformer, RecordingPerformer>().AddSingleton<IPerformer, DiscardPerformer>().AddSingleton<IRegularWork, RecordingAudit>();
}
