using Hotline.Functions.Keys;

namespace Hotline.Functions.Webhooks;

/// <summary>What a door needs to know a provider's webhook from anybody else's.</summary>
public sealed record DoorSettings
{
    private readonly LivingTokens tokens;

    /// <param name="publicUrl">Scheme, host and port as the provider knows us, such as https://hotline.example.org; no path.</param>
    /// <param name="kind">Whose dialect.</param>
    /// <param name="accountSid">Our account at the provider.</param>
    /// <param name="tokens">The tokens that may sign: the present one, and during a change the one before or after it.</param>
    /// <param name="known">The names a webhook may carry.</param>
    /// <exception cref="ArgumentException">A setting is empty, or the public URL has a path.</exception>
    public DoorSettings(string publicUrl, ProviderKind kind, string accountSid, IReadOnlyList<string> tokens, KnownParameters known)
        : this(publicUrl, kind, accountSid, new LivingTokens([.. tokens]), known)
    {
    }

    /// <param name="tokens">As before, and asked each time.</param>
    public DoorSettings(string publicUrl, ProviderKind kind, string accountSid, LivingTokens tokens, KnownParameters known)
    {
        if (!Uri.TryCreate(publicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.PathAndQuery != "/"
            || publicUrl.Contains('#', StringComparison.Ordinal) || publicUrl.Contains('@', StringComparison.Ordinal))
            throw new ArgumentException("The public URL must be http(s)://host with an optional port and nothing else; set it to the address the provider calls.");
        if (string.IsNullOrWhiteSpace(accountSid))
            throw new ArgumentException("The provider's account id is empty; set it, or no webhook can be told from another account's.");
        if (tokens.Now.Count == 0 || tokens.Now.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("A webhook token is missing or empty; set the provider's auth token, or anybody could sign.");
        this.tokens = tokens;
        PublicUrl = publicUrl.TrimEnd('/');
        Kind = kind;
        AccountSid = accountSid;
        Known = known;
    }

    public string PublicUrl { get; }

    public ProviderKind Kind { get; }

    public string AccountSid { get; }

    public IReadOnlyList<string> Tokens => tokens.Now;

    public KnownParameters Known { get; }

    /// <summary>Asks once more which tokens there are; a token may have been changed a moment ago.</summary>
    public ValueTask<bool> Reread() => tokens.Reread();

    public override string ToString() => $"DoorSettings {Kind}";
}
