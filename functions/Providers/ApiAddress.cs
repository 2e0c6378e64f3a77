namespace Hotline.Functions.Providers;

/// <summary>Addresses at the provider. They hold our account, our own numbers and the provider's names for things, nothing of a person.</summary>
internal sealed class ApiAddress
{
    private readonly string origin;
    private readonly string account;

    public ApiAddress(ProviderAccount provider)
    {
        var api = new Uri(provider.ApiUrl);
        origin = api.GetLeftPart(UriPartial.Authority);
        account = $"{api.AbsolutePath.TrimEnd('/')}/2010-04-01/Accounts/{Uri.EscapeDataString(provider.AccountSid)}/";
    }

    /// <param name="query">Names and values, each null value left out.</param>
    public Uri Of(string tail, params (string Name, string? Value)[] query)
    {
        var pairs = query.Where(pair => pair.Value is not null).Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value!)}");
        var joined = string.Join('&', pairs);
        return new Uri($"{origin}{account}{tail}{(joined.Length > 0 ? "?" : "")}{joined}");
    }

    /// <summary>The provider's own "next page", if it leads to where we asked before: with it goes our token.</summary>
    public Uri? Next(string resource, string next) =>
        next.StartsWith(account + resource, StringComparison.Ordinal) && Uri.TryCreate(origin + next, UriKind.Absolute, out var address) && IsOurs(address) ? address : null;

    public bool IsOurs(Uri address) => address.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase);
}
