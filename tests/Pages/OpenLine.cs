using Hotline.Tests.Outside;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>One gateway for all conversations: somebody is on duty, it is Tuesday morning in Phnom Penh, and check-ins have their number. Everybody calls from a phone of their own.</summary>
public sealed class OpenLine : IAsyncLifetime
{
    public const string Duty = "+85512000001";
    private const string CheckIns = "+85512000099";

    private RunningGateway? gateway;

    internal RunningGateway Gateway => gateway!;

    public async Task InitializeAsync() =>
        gateway = await RunningGateway.StartAt(new FakeClock(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero)), "Development", $"--Hotline:DutyNumber={Duty}", $"--Provider:CheckInNumber={CheckIns}");

    public async Task DisposeAsync() => await Gateway.DisposeAsync();
}
