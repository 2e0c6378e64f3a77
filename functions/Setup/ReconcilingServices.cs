using Hotline.Functions.InboundSms;
using Hotline.Functions.Reconciling;

namespace Hotline.Functions.Setup;

/// <summary>What makes the provider's list and our store agree.</summary>
public static class ReconcilingServices
{
    public static IServiceCollection AddReconciling(this IServiceCollection services) => services
        .AddSingleton<Inbox>().AddSingleton<Held>().AddSingleton<TakingIn>().AddSingleton<OpenSends>().AddSingleton<Copies>().AddSingleton<CarrierCopiesRow>().AddSingleton<Reconciler>();
}
