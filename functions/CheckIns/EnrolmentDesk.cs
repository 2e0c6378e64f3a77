using System.Text.Json;
using Hotline.Flows.Checking;
using Hotline.Flows.CheckIns;
using Hotline.Functions.Setup;

namespace Hotline.Functions.CheckIns;

/// <summary>Takes an enrolment: {"phone": "+855…", "enrolment": {…}}. Refuses with every problem at once, and repeats no word, code or number.</summary>
public sealed class EnrolmentDesk(ClientBook book, CheckContext context, Settings settings, TimeProvider clock)
{
    /// <returns>0 when the client is enrolled.</returns>
    public async Task<int> Enrol(string json, TextWriter output)
    {
        if (settings.CheckInNumber is null)
            throw new SetupException("The setting Provider__CheckInNumber is missing: set it to a number of its own for check-ins, which stands on no poster.");
        var (enrolment, phone, problems) = Read(json);
        if (problems.Count > 0 || enrolment is null)
        {
            foreach (var problem in problems)
                await output.WriteLineAsync(problem);
            return 1;
        }

        if (await book.Enrol(enrolment, phone, clock.GetUtcNow()) is not { } name)
        {
            await output.WriteLineAsync("A client is enrolled with this phone already: close that case first.");
            return 1;
        }

        var next = CheckInPlan.Next(new Client { Id = name, Enrolment = enrolment }, clock.GetUtcNow());
        await output.WriteLineAsync($"Enrolled as {name}.{(next is { } moment ? $" Next contact {Commands.ClientViews.Moment(moment)}." : "")}");
        return 0;
    }

    private (Enrolment? Enrolment, string Phone, IReadOnlyList<string> Problems) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Any(field => field.Name is not ("phone" or "enrolment")) || !root.TryGetProperty("enrolment", out var inner))
                return (null, "", ["An enrolment is an object with \"phone\" and \"enrolment\", nothing else."]);
            var phone = root.TryGetProperty("phone", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Replace(" ", "", StringComparison.Ordinal) : "";
            var (enrolment, problems) = EnrolmentFile.Read(inner);
            List<string> all = [.. Phone(phone), .. problems];
            if (enrolment is not null)
                all.AddRange(new EnrolmentCheck(context.Phrases, context.Sensitive).Problems(enrolment, CheckInPlan.Today(clock.GetUtcNow())));
            if (enrolment is { SafeCode: var safe, DuressCode: var duress } && new[] { safe, duress }.Any(code => code is { Length: > 3 } && phone.Contains(code, StringComparison.Ordinal)))
                all.Add("A code stands in the phone number.");
            return (enrolment, phone, all);
        }
        catch (JsonException e)
        {
            return (null, "", [$"Line {e.LineNumber + 1} is not JSON."]);
        }
    }

    private IEnumerable<string> Phone(string phone)
    {
        if (phone is not ['+', not '0', ..] || phone.Length is < 9 or > 16 || !phone.Skip(1).All(char.IsAsciiDigit) || context.Phrases.Numbers.CountryOfPrefix(phone) is null)
            yield return "\"phone\" has to be a number with its country, like +85512345678.";
        else if (new CheckInLine(settings.CheckInNumber).Is(phone) || phone == settings.DutyNumber)
            yield return "\"phone\" is one of our own numbers.";
    }
}
