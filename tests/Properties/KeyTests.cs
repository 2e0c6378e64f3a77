using Hotline.Flows.Engine;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Properties;

/// <summary>A key means one thing where it is pressed.</summary>
public sealed class KeyTests
{
    [Fact]
    public void Five_people_are_five_and_no_skipped_question()
    {
        var now = DateTimeOffset.UnixEpoch;
        var caller = new Circumstances(Channel.Voice);
        var session = new Session { Id = "x", Flow = "report", State = "many", Version = 1, Channel = Channel.Voice, Language = "en", StartedAt = 0, LastAt = 0 };
        Assert.Equal("5", Hotlines.Conversation.Step(session, new Input.Digits("5"), caller, now, default).Next!.Slots["many"]);
    }
}
