using System.Globalization;
using Hotline.Functions.Webhooks;

namespace Hotline.Tests.Carriers;

/// <summary>What the API answers about messages.</summary>
internal sealed class MessagesApi(FakeProvider provider)
{
    private const int LongestBody = 1600;
    private const int MostOnAPage = 1000;

    private readonly MessageJson json = new(provider);

    private Refusal No => provider.Refusal;

    public Reply Create(Asked asked)
    {
        var (to, from, body) = (asked.Field("To") ?? "", asked.Field("From") ?? "", asked.Field("Body") ?? "");
        if (to.Length == 0)
            return No.Missing("21604", "To");
        if (from.Length == 0)
            return No.Missing("21603", "From");
        if (body.Length == 0)
            return No.Missing("21602", "Body");
        if (body.Length > LongestBody)
            return No.Bad("21617", "The concatenated message body exceeds the 1600 character limit");
        if (!provider.IsNumber(to))
            return No.BadNumber;
        if (!provider.IsOurs(from))
            return No.NotOurs;
        var longest = provider.Kind == ProviderKind.Somleng ? 14_400 : 36_000;
        var validity = longest;
        if (asked.Field("ValidityPeriod") is { } seconds && !(int.TryParse(seconds, CultureInfo.InvariantCulture, out validity) && validity >= 1 && validity <= longest))
            return No.Bad("90007", "The ValidityPeriod is invalid");
        if (!provider.IsSomleng && provider.OptOuts.Contains(from, to))
            return No.OptedOut;
        if (!provider.IsSomleng && provider.Phones[to].Landline)
            return No.Landline;
        return Reply.Json(201, json.Of(provider.Texts.Send(to, from, body, asked.Field("StatusCallback"), TimeSpan.FromSeconds(validity))));
    }

    public Reply Fetch(string sid) => provider.Messages.Find(sid) is { } message ? Reply.Json(200, json.Of(message)) : No.NotFound;

    /// <summary>Only an empty body may be set: the words go, the record stays.</summary>
    public Reply Change(string sid, Asked asked)
    {
        if (provider.Messages.Find(sid) is not { } message)
            return No.NotFound;
        if (asked.Field("Body") is not { Length: 0 })
            return No.Bad("20001", "Invalid parameter: a message can only be emptied");
        if (!provider.IsRemovable(message))
            return No.NotFinal;
        (message.Body, message.Updated) = ("", asked.At);
        return Reply.Json(200, json.Of(message));
    }

    public Reply Delete(string sid)
    {
        if (provider.Messages.Find(sid) is not { } message)
            return No.NotFound;
        if (!provider.IsRemovable(message))
            return No.NotFinal;
        provider.Messages.Delete(message);
        return Reply.Nothing(204);
    }

    public Reply List(Asked asked)
    {
        var size = Math.Clamp(int.TryParse(asked.Asks("PageSize"), CultureInfo.InvariantCulture, out var wanted) ? wanted : 50, 1, MostOnAPage);
        var number = int.TryParse(asked.Asks("Page"), CultureInfo.InvariantCulture, out var page) ? page : 0;
        var found = provider.Messages.Page(MessageFilter.Of(asked), MessageShelf.Before(asked.Asks("PageToken")), size, asked.At - provider.ListingLag);
        var shown = found.Take(size).ToList();
        var next = found.Count <= size ? null : string.Join('&', Kept(asked).Append($"PageSize={size}").Append($"Page={number + 1}").Append($"PageToken={MessageShelf.Token(shown[^1])}"));
        return Reply.Json(200, json.Page(shown, asked.Path + asked.Query, number, size, next));
    }

    /// <summary>The filters, as they were asked.</summary>
    private static IEnumerable<string> Kept(Asked asked) => asked.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Where(pair => !pair.StartsWith("Page", StringComparison.Ordinal));
}
