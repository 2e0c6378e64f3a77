using Hotline.Tests.Outside;

namespace Hotline.Tests.Carriers;

/// <summary>Somebody with a phone: texts, rings, and is rung.</summary>
/// <param name="number">As the network shows it; anonymous and the like for a hidden one.</param>
internal sealed class PhoneRobot(FakeProvider provider, string number)
{
    public string Number => number;

    public Phone Phone => provider.Phones[number];

    /// <summary>All that was to reach this phone.</summary>
    public IReadOnlyList<Sent> Got => provider.Ledger.To(number);

    public Task<(string Sid, Heard? Answer)> Text(string body, string to = Carrier.Line) => provider.Receive(number, to, body);

    /// <summary>Rings the hotline and listens until something is to be done.</summary>
    public async Task<RobotCall> Call(string to = Carrier.Line)
    {
        var kept = provider.Calls.Incoming(number, to);
        var call = new RobotCall(provider, kept);
        kept.Talk = call;
        await call.Start();
        return call;
    }

    /// <summary>From now on somebody answers calls and does these things, as <see cref="People.Does"/> reads them.</summary>
    public PhoneRobot Answers(params string[] does)
    {
        Phone.Rung = _ => new Answering.By(People.Does(does));
        return this;
    }
}
