using System.Text;

namespace Hotline.Tests.Carriers;

/// <summary>Who asks, for what, and which part answers.</summary>
internal sealed class Router(FakeProvider provider)
{
    private readonly MessagesApi messages = new(provider);
    private readonly CallsApi calls = new(provider);
    private readonly RecordingsApi recordings = new(provider);

    private readonly string authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{provider.AccountSid}:{provider.Token}"));

    public static RequestKind KindOf(string method, string path)
    {
        var tail = Tail(path);
        return (tail.FirstOrDefault(), tail.Length, method) switch
        {
            ("Messages.json", 1, "POST") => RequestKind.CreateMessage,
            ("Messages.json", 1, "GET") => RequestKind.ListMessages,
            ("Messages", 2, "GET") => RequestKind.FetchMessage,
            ("Messages", 2, "POST") => RequestKind.RedactMessage,
            ("Messages", 2, "DELETE") => RequestKind.DeleteMessage,
            ("Calls.json", 1, "POST") => RequestKind.CreateCall,
            ("Calls", 2, "GET") => RequestKind.FetchCall,
            ("Calls", 2, "POST") => RequestKind.ChangeCall,
            ("Recordings", 2, "DELETE") => RequestKind.DeleteRecording,
            ("Recordings", 2, "GET") or ("Calls", 4, "GET") or (_, 0, "GET") => RequestKind.FetchRecording,
            _ => RequestKind.Other,
        };
    }

    public Reply Answer(Asked asked)
    {
        if (asked.Origin == new Uri(new Uri(provider.StorageUrl).GetLeftPart(UriPartial.Authority)))
            return recordings.Stored(asked);
        var tail = Tail(asked.Path);
        var kind = KindOf(asked.Method, asked.Path);
        // Somleng's recordings are for whoever knows their address.
        if (!(provider.IsSomleng && kind == RequestKind.FetchRecording) && (asked.Authorization != authorization || !asked.Path.StartsWith(provider.AccountPath, StringComparison.Ordinal)))
            return provider.Refusal.Unauthorized;
        return kind switch
        {
            RequestKind.CreateMessage => messages.Create(asked),
            RequestKind.ListMessages => messages.List(asked),
            RequestKind.FetchMessage => messages.Fetch(Bare(tail[1])),
            RequestKind.RedactMessage => messages.Change(Bare(tail[1]), asked),
            RequestKind.DeleteMessage => messages.Delete(Bare(tail[1])),
            RequestKind.CreateCall => calls.Create(asked),
            RequestKind.FetchCall => calls.Fetch(Bare(tail[1])),
            RequestKind.ChangeCall => calls.Change(Bare(tail[1]), asked),
            RequestKind.FetchRecording => recordings.Fetch(tail),
            RequestKind.DeleteRecording => recordings.Delete(Bare(tail[1])),
            _ => provider.Refusal.NotFound,
        };
    }

    private static string Bare(string name) => name.EndsWith(".json", StringComparison.Ordinal) ? name[..^5] : name;

    /// <summary>What follows /2010-04-01/Accounts/{account}/.</summary>
    private static string[] Tail(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["2010-04-01", "Accounts", _, .. var tail] ? tail : [];
    }
}
