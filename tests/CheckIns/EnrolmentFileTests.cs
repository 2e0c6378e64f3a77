using System.Text;
using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.CheckIns;
using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>The written form of an enrolment: strict, and the same when it comes back.</summary>
public sealed class EnrolmentFileTests
{
    [Fact]
    public void What_a_caseworker_writes_is_read()
    {
        var (enrolment, problems) = EnrolmentFile.Read(Enrolments.Json);
        Assert.Equal([], problems);
        Assert.Equal(Written(Enrolments.Good), Written(enrolment!));
    }

    [Fact]
    public void The_stored_client_is_the_same_when_it_comes_back()
    {
        var row = new ClientRow(new Client { Id = "bcdfgh", Enrolment = Enrolments.Good, Standing = Standing.Closed, Closed = ClosingReason.RanAway, Tries = 2, TriedOn = Enrolments.Today, Answered = 9, MovedTo = Enrolments.Today }, "+85512345678");
        var again = ClientRow.FromJson(row.ToJson());
        Assert.Equal(row.ToJson(), again.ToJson());
        Assert.Equal((row.Phone, row.Client.Standing, row.Client.Closed, row.Client.Answered), (again.Phone, again.Client.Standing, again.Client.Closed, again.Client.Answered));
    }

    [Fact]
    public void A_contact_and_what_was_raised_come_back_with_the_client()
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(1_773_140_400);
        foreach (var outcome in Enum.GetValues<ContactOutcome>().Cast<ContactOutcome?>().Append(null))
        {
            var client = new Client
            {
                Id = "bcdfgh",
                Enrolment = Enrolments.Good with { Tries = 5 },
                DoneUpTo = moment,
                Missed = 2,
                Strangers = 1,
                ResumedOn = Enrolments.Today,
                Contact = new Contact(moment, moment.AddDays(1)) { Outcome = outcome, Tries = [.. Enum.GetValues<TryEnd>().Select((end, i) => new ContactTry(moment.AddHours(i), i % 2 == 0 ? Channel.Text : Channel.Voice, end))] },
                Raised = new Raised(RaiseReason.Unreachable, moment, outcome is null ? null : Rung.Supervisor),
            };
            var again = ClientRow.FromJson(new ClientRow(client, "+85512345678").ToJson()).Client;
            Assert.Equal((client.DoneUpTo, client.Missed, client.Strangers, client.ResumedOn, client.Raised, 5), (again.DoneUpTo, again.Missed, again.Strangers, again.ResumedOn, again.Raised, again.Enrolment!.Tries));
            Assert.Equal((client.Contact.Planned, client.Contact.Began, outcome), (again.Contact!.Planned, again.Contact.Began, again.Contact.Outcome));
            Assert.Equal(client.Contact.Tries, again.Contact.Tries);
        }
    }

    [Fact]
    public void A_row_of_an_earlier_version_is_read()
    {
        var row = $$"""{"id":"bcdfgh","phone":"+85512345678","standing":"Active","tries":0,"answered":3,"enrolment":{{Enrolments.Json}}}""";
        var client = ClientRow.FromJson(Encoding.UTF8.GetBytes(row)).Client;
        Assert.Equal((null, null, null, 0, 0, 3, 3), (client.Contact, client.Raised, client.DoneUpTo, client.Missed, client.Strangers, client.Answered, client.Enrolment!.Tries));
    }

    [Theory]
    [InlineData("Sent", "Sentry")]
    [InlineData("\"Sent\"", "\"1\"")]
    [InlineData("\"Sent\"", "null")]
    [InlineData("Missed", "missed")]
    [InlineData("1773140401", "-1")]
    public void A_damaged_contact_is_no_contact(string replace, string by)
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(1_773_140_401);
        var client = new Client { Id = "x", Enrolment = Enrolments.Good, Contact = new Contact(moment, moment) { Outcome = ContactOutcome.Missed, Tries = [new ContactTry(moment, Channel.Text, TryEnd.Sent)] } };
        var json = Encoding.UTF8.GetString(new ClientRow(client, "+85512345678").ToJson());
        Assert.Contains(replace, json, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => ClientRow.FromJson(Encoding.UTF8.GetBytes(json.Replace(replace, by, StringComparison.Ordinal))));
    }

    [Fact]
    public void Without_a_cadence_the_usual_one_is_meant()
    {
        var (enrolment, _) = EnrolmentFile.Read(Enrolments.Json.Replace("\"cadence\": [\"1w\", \"2w\", \"4w\", \"2m\", \"3m\", \"4m\", \"5m\", \"6m\", \"8m\", \"10m\", \"12m\"], \"then\": \"2m\",", "", StringComparison.Ordinal));
        Assert.Equal(Cadence.Usual.First, enrolment!.Cadence.First);
        Assert.Equal(Cadence.Usual.Then, enrolment.Cadence.Then);
    }

    [Theory]
    [InlineData("\"language\": \"km\",", "", "\"language\" is missing.")]
    [InlineData("\"language\": \"km\",", "\"language\": 7,", "\"language\" has to be a text.")]
    [InlineData("\"language\": \"km\",", "\"language\": \"km\", \"languages\": \"en\",", "\"languages\" is not a field of an enrolment.")]
    [InlineData("\"language\": \"km\",", "\"language\": \"km\", \"language\": \"en\",", "\"language\" stands there twice.")]
    [InlineData("\"channel\": \"both\"", "\"channel\": \"radio\"", "\"channel\" takes text, voice, both.")]
    [InlineData("\"channel\": \"both\"", "\"channel\": \"1\"", "\"channel\" takes text, voice, both.")]
    [InlineData("\"from\": \"18:00\"", "\"from\": \"6 pm\"", "\"hours.from\" has to be a time like 18:00.")]
    [InlineData("\"from\": \"18:00\", ", "", "\"hours.from\" is missing.")]
    [InlineData("{ \"from\": \"18:00\", \"to\": \"20:00\" }", "\"18:00\"", "\"hours\" has to be an object in braces.")]
    [InlineData("\"on\": \"2026-03-01\"", "\"on\": \"yesterday\"", "\"consent.on\" has to be a day like 2026-12-01.")]
    [InlineData("\"sharedPhone\": true", "\"sharedPhone\": \"yes\"", "\"sharedPhone\" has to be true or false.")]
    [InlineData("[\"tuesday\", \"thursday\"]", "[]", "\"weekdays\" has to be a list of texts, one at least.")]
    [InlineData("[\"tuesday\", \"thursday\"]", "[\"tuesday\", \"someday\"]", "\"weekdays\" takes sunday, monday, tuesday, wednesday, thursday, friday, saturday.")]
    [InlineData("\"then\": \"2m\"", "\"then\": \"0m\"", "\"then\" has to hold spans like 2w or 6m.")]
    [InlineData("\"1w\"", "\"1d\"", "\"cadence\" has to hold spans like 2w or 6m.")]
    [InlineData("\"language\": \"km\",", "\"language\": \"km\", \"tries\": \"3\",", "\"tries\" has to be a whole number.")]
    [InlineData("\"language\": \"km\",", "\"language\": \"km\", \"tries\": 2.5,", "\"tries\" has to be a whole number.")]
    [InlineData("\"page\": [\"the caseworker\"]", "\"page\": [1]", "\"page\" has to be a list of texts, one at least.")]
    public void A_slip_of_the_pen_is_a_sentence(string replace, string by, string sentence)
    {
        Assert.Contains(replace, Enrolments.Json, StringComparison.Ordinal);
        var (enrolment, problems) = EnrolmentFile.Read(Enrolments.Json.Replace(replace, by, StringComparison.Ordinal));
        Assert.Null(enrolment);
        Assert.Contains(sentence, problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    public void What_is_no_enrolment_is_refused_and_never_throws(string json) => Assert.NotEmpty(EnrolmentFile.Read(json).Problems);

    private static string Written(Enrolment enrolment)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            EnrolmentFile.Write(json, enrolment);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
