using Hotline.Flows.Checking;
using Hotline.Functions.Commands;
using Hotline.Tests.Golden;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Checker;

/// <summary>What the README shows is what the command draws.</summary>
public sealed class DiagramTests
{
    [Fact]
    public void The_readme_shows_the_overview_that_the_command_draws()
    {
        using var printed = new StringWriter();
        Assert.Equal(0, CheckCommand.Run(["check", "--graph"], printed));
        var overview = $"```mermaid\n{OverviewDiagram.Of(Hotlines.Context.Flows)}```";
        Assert.Contains(overview, printed.ToString(), StringComparison.Ordinal);
        Assert.Contains(overview, File.ReadAllText(Repository.File("flows", "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_question_and_every_end_is_drawn()
    {
        foreach (var flow in Hotlines.Context.Flows.All)
        {
            var drawn = FlowDiagram.Of(flow);
            Assert.All(flow.States.Values, state => Assert.Contains($"state \"{state.Name}", drawn, StringComparison.Ordinal));
            Assert.All(flow.States.Values.Select(state => state.End).OfType<string>(), end => Assert.Contains($"--> [*]: {end}", drawn, StringComparison.Ordinal));
        }
    }
}
