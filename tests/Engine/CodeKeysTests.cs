using Hotline.Flows.Engine;
using Hotline.Functions.Transcripts;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Engine;

/// <summary>Keys while a code is taken in groups of four.</summary>
public sealed class CodeKeysTests
{
    [Fact]
    public void A_phone_in_a_pocket_that_presses_groups_of_four_is_hung_up_on()
    {
        var script = AtTheCode();
        for (var groups = 0; groups < 4 * Limits.MissesInACall && script.Session is not null; groups++)
            script.Take("9999");
        Assert.Null(script.Session);
    }

    [Fact]
    public void Nine_alone_is_the_options_also_between_two_groups()
    {
        var script = AtTheCode();
        script.Take("1234");
        script.Take("9");
        Assert.Equal(Flows.Files.Everywhere.Options, script.Session!.Place);
        script.Take("1");
        Assert.Equal("1234", script.Session!.Slots[Slot.Code]);
    }

    private static Script AtTheCode()
    {
        var script = new Script(Hotlines.Conversation, Channel.Voice);
        foreach (var line in new[] { "call", "1", "3" })
            script.Take(line);
        Assert.Equal(new Place("return", "code"), script.Session!.Place);
        return script;
    }
}
