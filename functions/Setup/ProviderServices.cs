using Hotline.Functions.Keys;
using Hotline.Functions.Providers;

namespace Hotline.Functions.Setup;

/// <summary>The way out to the provider. Made when something first asks for it; no connection before the first request.</summary>
public static class ProviderServices
{
    public static IServiceCollection AddProvider(this IServiceCollection services) => services
        .AddSingleton<ProviderWatch>()
        .AddSingleton<IProvider>(provider => new ProviderClient(
            Account(provider.GetRequiredService<Settings>(), provider.GetRequiredService<LivingTokens>()),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ProviderClient>>(),
            watch: provider.GetRequiredService<ProviderWatch>()));

    private static ProviderAccount Account(Settings settings, LivingTokens tokens) =>
        new(settings.Provider, settings.ApiUrl, settings.AccountSid, settings.AuthTokens[0], settings.MediaHosts) { Tokens = tokens };
}
