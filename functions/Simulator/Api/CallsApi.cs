using System.Globalization;
using Hotline.Functions.Sending;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Simulator.Api;

/// <summary>Calls of ours: a phone of the page rings until somebody answers or it has rung enough.</summary>
internal sealed class CallsApi(SimulatedCalls calls, ApiShapes shapes, TwimlPhone phone, Lines lines, Settings settings, TimeProvider clock, IHostApplicationLifetime life)
{
    private const int LongestRing = 600;

    public ApiAnswer Create(string root, IFormCollection form)
    {
        var (to, from, url, callback) = ((string?)form["To"] ?? "", (string?)form["From"] ?? "", (string?)form["Url"] ?? "", (string?)form["StatusCallback"]);
        if (!SimulatorPhone.IsNumber(to))
            return ApiAnswer.No(400, 21211, "Invalid 'To' Phone Number");
        if (lines.All.FirstOrDefault(line => Lines.Same(line, from)) is not { } ours)
            return ApiAnswer.No(400, 21606, "The 'From' phone number provided is not a valid number of this account.");
        if (!Uri.IsWellFormedUriString(url, UriKind.Absolute))
            return ApiAnswer.No(400, 21205, "Url parameter is required");
        var seconds = int.TryParse(form["Timeout"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted is > 0 and <= LongestRing ? wanted : 60;
        var call = new SimulatedCall(Sid.New("CA", settings.Provider), to, ours) { Outgoing = new OutgoingCall(url, callback is { Length: > 0 } ? callback : null), Rings = true };
        calls.Add(call);
        _ = RingOut(call, TimeSpan.FromSeconds(seconds));
        var json = shapes.Call(call, root);
        json["status"] = "queued";
        return new ApiAnswer(201, json);
    }

    public ApiAnswer Fetch(string root, string sid) => calls.Find(sid) is { } call ? new ApiAnswer(200, shapes.Call(call, root)) : ApiAnswer.NotFound;

    /// <summary>Only ended.</summary>
    public async Task<ApiAnswer> Change(string root, string sid, IFormCollection form)
    {
        if (calls.Find(sid) is not { } call)
            return ApiAnswer.NotFound;
        if ((string?)form["Status"] is not ("completed" or "canceled"))
            return ApiAnswer.No(400, 21218, "Invalid status");
        if (call.Over)
            return ApiAnswer.No(400, 21220, "Call is not in-progress. Cannot redirect.");
        await phone.LeaveIt(call, call.Rings ? "canceled" : "completed", life.ApplicationStopping);
        return new ApiAnswer(200, shapes.Call(call, root));
    }

    private async Task RingOut(SimulatedCall call, TimeSpan after)
    {
        await Task.Delay(after, clock, life.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (life.ApplicationStopping.IsCancellationRequested || !call.Rings || !call.TryTake())
            return;
        if (call.Rings)
            await phone.LeaveIt(call, "no-answer", life.ApplicationStopping);
        call.PutBack();
    }
}
