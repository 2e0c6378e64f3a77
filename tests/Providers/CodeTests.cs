using Hotline.Functions.Providers;
using Xunit;
using static Hotline.Tests.Providers.ScriptedNetwork;

namespace Hotline.Tests.Providers;

/// <summary>The table of codes, as it comes through.</summary>
public sealed class CodeTests
{
    public static TheoryData<string> Refusals => [.. ProviderErrors.All.Where(row => row.Means is Failure.RefusedForGood).Select(row => row.Code)];

    [Fact]
    public void Every_code_stands_there_once_with_a_source()
    {
        Assert.True(ProviderErrors.All.Count > 40);
        Assert.Equal(ProviderErrors.All.Count, ProviderErrors.All.Select(row => row.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ProviderErrors.All, row => Assert.NotEmpty(row.Source));
    }

    [Fact]
    public void Every_refusal_has_a_sentence_of_its_own() =>
        Assert.Equal(Enum.GetValues<RefusalKind>().Length, Enum.GetValues<RefusalKind>().Select(kind => new Failure.RefusedForGood(kind).ForStaff).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_for_good_and_says_its_code_whether_a_number_or_a_string(string code)
    {
        var expected = ProviderErrors.All.Single(row => row.Code == code).Means;
        foreach (var written in char.IsAsciiDigit(code[0]) ? new[] { code, $"\"{code}\"" } : [$"\"{code}\""])
        {
            var network = new ScriptedNetwork(Answer(400, $$"""{"code": {{written}}, "message": "no", "status": 400}"""));
            var refused = Assert.IsType<Failure.RefusedForGood>((await Send(network)).Failure);
            Assert.Equal(((Failure.RefusedForGood)expected).Kind, refused.Kind);
            Assert.Equal(code, refused.Fault);
            Assert.Single(network.Requests);
        }
    }

    [Fact]
    public async Task Stop_is_opted_out() =>
        Assert.Equal(new Failure.OptedOut(), (await Send(new ScriptedNetwork(Answer(400, """{"code": 21610}""")))).Failure);

    [Theory]
    [InlineData(400, "21211", RefusalKind.TheirNumber)]
    [InlineData(400, "21614", RefusalKind.TakesNoTexts)]
    [InlineData(400, "21408", RefusalKind.NotAllowedThere)]
    [InlineData(400, "21606", RefusalKind.OurNumber)]
    [InlineData(401, "20003", RefusalKind.OurAccount)]
    [InlineData(422, "99999", RefusalKind.OurRequest)]
    [InlineData(401, "null", RefusalKind.OurAccount)]
    [InlineData(403, "99999", RefusalKind.OurAccount)]
    [InlineData(404, "{}", RefusalKind.NotThere)]
    public async Task The_reason_comes_from_the_code_and_else_from_the_status(int status, string code, RefusalKind kind) =>
        Assert.Equal(kind, Assert.IsType<Failure.RefusedForGood>((await Send(new ScriptedNetwork(Answer(status, $$"""{"code": {{code}}}""")))).Failure).Kind);

    [Theory]
    [InlineData(409, "20009")]
    [InlineData(422, "\"S1003\"")]
    [InlineData(409, "null")]
    public async Task A_message_that_is_not_final_yet_is_emptied_and_deleted_later(int status, string code)
    {
        var network = new ScriptedNetwork(Answer(status, $$"""{"code": {{code}}}"""));
        using var client = Ours.Client(network);
        Assert.Equal(new Failure.TryLater(TimeSpan.FromMinutes(10)), (await client.DeleteMessage(Ours.Text, default)).Failure);
        Assert.Equal(new Failure.TryLater(TimeSpan.FromMinutes(10)), (await client.RedactMessage(Ours.Text, default)).Failure);
        Assert.Equal(2, network.Requests.Count);
    }

    [Fact]
    public async Task A_code_that_is_no_code_is_not_passed_on() =>
        Assert.Null(Assert.IsType<Failure.RefusedForGood>((await Send(new ScriptedNetwork(Answer(400, $$"""{"code": "{{Ours.Person}}"}""")))).Failure).Fault);

    [Theory]
    [InlineData("30003", typeof(Failure.TryLater))]
    [InlineData("30008", typeof(Failure.Unknown))]
    [InlineData("30006", typeof(Failure.RefusedForGood))]
    public void The_codes_of_delivery_reports_are_read_too(string code, Type means) => Assert.IsType(means, ProviderErrors.Of(code));

    [Theory]
    [InlineData(null)]
    [InlineData("12345")]
    public void A_code_that_nobody_knows_means_nothing(string? code) => Assert.Null(ProviderErrors.Of(code));

    private static async Task<ProviderResult<Created>> Send(ScriptedNetwork network)
    {
        using var client = Ours.Client(network);
        return await client.SendMessage(Ours.Message, default);
    }
}
