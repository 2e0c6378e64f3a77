using System.Reflection;
using Hotline.Flows.CheckIns;
using Hotline.Functions.Commands;
using Hotline.Functions.Setup;
using Hotline.Functions.Telemetry;
using Hotline.Functions.ToDos;
using Hotline.Functions.Webhooks;
using Hotline.Tests.House;
using Hotline.Tests.Outreach;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Telemetry;

/// <summary>The list knows every word that the program has, so that nothing is said as "other" that has a name; and none that tells of a person.</summary>
public sealed class ListTests
{
    [Fact]
    public void Every_flow_but_the_check_in_has_its_word_and_so_has_every_end()
    {
        var flows = DataFiles.Load().Flows;
        Assert.Equal([.. flows.All.Select(flow => flow.Name).Where(name => name != CheckInPlaces.Flow).Order(StringComparer.Ordinal)], Words(Labels.Flow));
        Assert.False(Labels.Flow.Allows(CheckInPlaces.Flow));
        var ends = flows.All.SelectMany(flow => flow.States.Values).Select(state => state.End).OfType<string>().Distinct();
        Assert.All(ends, end => Assert.True(Labels.End.Allows(end), end));
    }

    [Fact]
    public void Every_reason_for_refusing_a_webhook_has_its_word() =>
        Assert.Equal([.. typeof(RefusalReason).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal)], Words(Labels.Reason));

    [Fact]
    public async Task Every_kind_of_to_do_has_its_word()
    {
        await using var town = await Town.Build(1);
        foreach (var kind in town.Services.GetServices<IPerformer>().Select(performer => performer.Kind).Except(["contact"]))
            Assert.True(Labels.Kind.Allows(kind), kind);
    }

    [Fact]
    public void Every_question_to_the_provider_has_its_word()
    {
        var source = Source.Read("functions/Providers/ProviderClient.cs");
        foreach (var task in Words(Labels.Task))
            Assert.Contains($"\"{task}\"", source, StringComparison.Ordinal);
    }

    [Fact]
    public void No_attribute_is_of_a_person_or_a_place()
    {
        string[] never = ["caller", "client", "number", "from", "to", "turn", "session", "case", "receipt", "country", "province", "campaign", "text", "body", "digits", "recording", "url", "id", "key", "token", "address", "peer"];
        Assert.Equal([], Labels.All.Select(label => label.Name).Intersect(never));
        Assert.True(Labels.All.Sum(label => label.Values.Count) < 150);
    }

    [Theory]
    [InlineData("+85512345678")]
    [InlineData("ថៅកែ")]
    [InlineData("check-in")]
    [InlineData("")]
    [InlineData(null)]
    public void What_has_no_word_is_other(string? value)
    {
        Assert.Equal("other", Labels.Flow.Of(value).Value);
        Assert.Equal("other", Labels.Line.Of(value).Value);
    }

    [Fact]
    public void Only_this_folder_measures() => Assert.Equal([], Source.Product
        .Where(file => !file.StartsWith("functions/Telemetry/", StringComparison.Ordinal))
        .Where(file => Source.Code(file).Any(line => line.Line.Contains("new Meter(", StringComparison.Ordinal) || line.Line.Contains("new ActivitySource(", StringComparison.Ordinal) || line.Line.Contains("StartActivity(", StringComparison.Ordinal) || line.Line.Contains(".SetTag(", StringComparison.Ordinal))));

    private static string[] Words(Label label) => [.. label.Values.Where(value => value != Label.Other).Order(StringComparer.Ordinal)];
}
