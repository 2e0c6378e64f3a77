using Hotline.Functions.Cases;
using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Rotation;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Setup;

/// <summary>Keys and tokens, living, and what changes them.</summary>
public static class KeyServices
{
    /// <exception cref="SetupException">The keys cannot be read, or are missing beside data: one sentence that says what to do.</exception>
    public static IServiceCollection AddKeys(this IServiceCollection services, SecretSources secrets, Settings settings, Func<bool> dataExists)
    {
        var (keys, tokens) = (secrets.Keys(settings), secrets.Tokens(settings));
        var ring = keys.OpenOrCreate(dataExists, TimeProvider.System);
        return services
            .AddSingleton(keys).AddSingleton(tokens)
            .AddSingleton(provider => new LivingRing(keys, ring, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LivingRing>>()))
            .AddSingleton(provider => new LivingTokens(tokens, settings.AuthTokens, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LivingTokens>>()))
            .AddSingleton(provider => new Sealer(provider.GetRequiredService<LivingRing>()))
            .AddSingleton(provider => new Pseudonyms(provider.GetRequiredService<LivingRing>()))
            .AddCases(settings)
            .AddSingleton(provider => new SealedStore(provider.GetRequiredService<IStore>(), provider.GetRequiredService<IShards>()))
            .AddSingleton<Resealing>().AddSingleton<KeyUse>().AddSingleton<Retirement>().AddSingleton<TokenChange>().AddSingleton<KeysCommand>();
    }
}
