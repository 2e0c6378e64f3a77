using Hotline.Flows.Engine;
using Hotline.Functions.Transcripts;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Engine;

/// <summary>What is said to be kept is kept, once; and what is promised is owed.</summary>
public class PromiseTests
{
    private const string Kept = "យើងទុកជូន";

    private static readonly string[] OfferCheck = ["សួស្តី", "2", "3"];

    [Fact]
    public void Nobody_hears_that_something_is_kept_while_nothing_is()
    {
        var script = Told([.. OfferCheck, "គេថានឹងឲ្យផ្ទះជួល", "គេថានឹងឲ្យផ្ទះជួល"]);
        var third = script.Take("គេថានឹងឲ្យផ្ទះជួល");
        Assert.False(script.Session!.Accepted);
        Assert.DoesNotContain(Kept, third, StringComparison.Ordinal);
        Assert.Contains("1280", third, StringComparison.Ordinal);
    }

    [Fact]
    public void With_something_told_it_is_said()
    {
        var script = Told(["ខ្ញុំចង់ប្រាប់ពីប្អូនស្រីខ្ញុំ", "?", "?"]);
        Assert.Contains(Kept, script.Take("?"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_without_an_answer_goes_to_its_editor_once_however_often_its_owner_comes_back_to_it()
    {
        var script = Told(["សួស្តី", "2"]);
        var kept = new List<Effect>();
        foreach (var line in new[] { "តើត្រីហែលទឹកពណ៌អ្វី", "2", "2", "មនុស្ស" })
        {
            script.Take(line);
            kept.AddRange(script.Latest!.Effects.OfType<Effect.KeepQuestion>());
        }

        Assert.Equal("abroad/nothing", script.Session!.Place.ToString());
        Assert.Single(kept);
    }

    [Theory]
    [InlineData("call me zero one two three four five six", false)]
    [InlineData("តើអ្នកណាស្គាល់ត្រី លេខសូន្យមួយពីរ បីបួនប្រាំ ប្រាំមួយ", false)]
    [InlineData("តើត្រី 0 មួយ ២ បី ៤ ហែលទឹក", false)]
    [InlineData("call me zero one two three", true)]
    public void A_telephone_number_in_words_is_kept_for_no_editor(string question, bool kept)
    {
        var script = Told(["សួស្តី", "2", question]);
        Assert.Equal("abroad/nothing", script.Session!.Place.ToString());
        Assert.Equal(kept, script.Latest!.Effects.Any(effect => effect is Effect.KeepQuestion));
    }

    [Fact]
    public void A_call_is_not_promised_when_the_hours_ended_before_the_answer()
    {
        var caller = new Circumstances(Channel.Text, Country: "KH");
        var closing = new DateTimeOffset(2026, 3, 9, 16, 59, 0, TimeSpan.FromHours(7));
        var asked = Hotlines.Staffed.Step(null, new Input.Text("មនុស្ស"), caller, closing, new Chance(7));
        Assert.Equal("everywhere/person-text", asked.Next!.Place.ToString());
        var late = Hotlines.Staffed.Step(asked.Next, new Input.Text("1"), caller, closing.AddMinutes(5), new Chance(8));
        Assert.DoesNotContain(late.Effects, effect => effect is Effect.RequestCall);
        Assert.DoesNotContain(late.Says, say => say.Key == "everywhere.person-promised");
        var inTime = Hotlines.Staffed.Step(asked.Next, new Input.Text("1"), caller, closing.AddSeconds(30), new Chance(8));
        Assert.Single(inTime.Effects.OfType<Effect.RequestCall>());
    }

    /// <summary>A question among the sentences of an opened report is meant for whoever reads it.</summary>
    [Fact]
    public void With_a_report_open_a_question_is_added_to_it_and_it_stays_open()
    {
        const string Question = "តើទៅថៃត្រូវការឯកសារអ្វី?";
        var door = new Script(Hotlines.Conversation, Channel.Text);
        door.Take(Question);
        Assert.Equal("abroad", door.Session!.Flow);

        var caller = new Circumstances(Channel.Text, Country: "KH", Found: new Found(true, null, true, [], null, null));
        var now = new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);
        var open = Hotlines.Conversation.Step(null, new Input.Text("4973 6768 5289 2491"), caller, now, new Chance(1));
        Assert.Equal("return/menu", open.Next!.Place.ToString());
        var added = Hotlines.Conversation.Step(open.Next, new Input.Text(Question), caller, now, new Chance(2));
        Assert.Equal(new Amendment.Words(Question), Assert.Single(added.Effects.OfType<Effect.AmendReport>()).Amendment);
        Assert.Equal("return/added", added.Next!.Place.ToString());
        Assert.Null(added.Next.Slots[Slot.Asked]);
    }

    private static Script Told(string[] lines)
    {
        var script = new Script(Hotlines.Conversation, Channel.Text);
        foreach (var line in lines)
            script.Take(line);
        return script;
    }
}
