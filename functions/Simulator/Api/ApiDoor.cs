using System.Security.Cryptography;
using System.Text;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Simulator.Api;

/// <summary>/simulator/2010-04-01/Accounts/…: the provider's API, as far as the hotline uses it. Only for this computer, and only with the account's token.</summary>
internal sealed class ApiDoor(MessagesApi messages, CallsApi calls, SimulatedRecordings recordings, Settings settings)
{
    private const string Account = "/simulator/2010-04-01/Accounts/{account}/";

    private readonly byte[] authorization = Encoding.UTF8.GetBytes("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.AccountSid}:{settings.AuthTokens[0]}")));

    private string Root => $"/simulator/2010-04-01/Accounts/{settings.AccountSid}/";

    public void Map(WebApplication app)
    {
        app.MapPost(Account + "Messages.json", Answer(async http => messages.Create(Root, await Form(http))));
        app.MapGet(Account + "Messages.json", Answer(http => Task.FromResult(messages.List(Root, http.Request.Query))));
        app.MapGet(Account + "Messages/{sid}.json", Answer(http => Task.FromResult(messages.Fetch(Root, Name(http)))));
        app.MapPost(Account + "Messages/{sid}.json", Answer(async http => messages.Change(Root, Name(http), await Form(http))));
        app.MapDelete(Account + "Messages/{sid}.json", Answer(http => Task.FromResult(messages.Delete(Name(http)))));
        app.MapPost(Account + "Calls.json", Answer(async http => calls.Create(Root, await Form(http))));
        app.MapGet(Account + "Calls/{sid}.json", Answer(http => Task.FromResult(calls.Fetch(Root, Name(http)))));
        app.MapPost(Account + "Calls/{sid}.json", Answer(async http => await calls.Change(Root, Name(http), await Form(http))));
        app.MapGet(Account + "Recordings/{sid}.wav", Answer(http => Task.FromResult(recordings.Seconds(Name(http)) is { } seconds ? new ApiAnswer(200, Sound: Tone.Of(seconds)) : ApiAnswer.NotFound)));
        app.MapDelete(Account + "Recordings/{sid}.json", Answer(http => Task.FromResult(recordings.Delete(Name(http)) ? ApiAnswer.Gone : ApiAnswer.NotFound)));
    }

    private RequestDelegate Answer(Func<HttpContext, Task<ApiAnswer>> act) => Loopback.Only(async http =>
    {
        var answer = IsOurs(http) ? await act(http) : ApiAnswer.Unauthorized;
        http.Response.StatusCode = answer.Status;
        if ((answer.Sound ?? (answer.Json is { } json ? Encoding.UTF8.GetBytes(json.ToJsonString()) : null)) is not { } body)
            return;
        http.Response.ContentType = answer.Sound is null ? "application/json" : "audio/x-wav";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    });

    private bool IsOurs(HttpContext http) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes((string?)http.Request.Headers.Authorization ?? ""), authorization)
        && http.Request.RouteValues["account"] as string == settings.AccountSid;

    private static string Name(HttpContext http) => (string)http.Request.RouteValues["sid"]!;

    private static async Task<IFormCollection> Form(HttpContext http) => http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
}
