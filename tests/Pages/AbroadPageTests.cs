using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>Someone who thinks of working abroad: asks in their own words, by country, and checks an offer.</summary>
[Collection(nameof(BrowserTests))]
public sealed class AbroadPageTests(Browser browser, OpenLine line)
{
    [Fact]
    public async Task A_question_in_Khmer_is_answered_then_more_of_it_another_one_and_what_others_ask()
    {
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        await page.TakeANewPhone();
        await page.Write("តើធ្វើប៉ាស្ព័រថ្លៃប៉ុន្មាន?");
        Assert.Equal("abroad/after", await page.State());
        var first = await page.LastMessage();
        Assert.Contains("100 ដុល្លារ", first, StringComparison.Ordinal);
        Assert.Contains("1 អានបន្ត 2 សួរទៀត 3 ប្រាប់រឿង 4 ចប់", first, StringComparison.Ordinal);
        Assert.Contains("Prices may have changed.", first, StringComparison.Ordinal);
        await page.Write("១");
        Assert.Contains("យើងពិនិត្យចុងក្រោយ", await page.LastMessage(), StringComparison.Ordinal);
        await page.Write("ទៅជប៉ុនធ្វើម៉េច");
        Assert.Contains("ក្រុមហ៊ុនដែលរដ្ឋអនុញ្ញាតសម្រាប់ជប៉ុន", await page.LastMessage(), StringComparison.Ordinal);

        await page.Write("2");
        Assert.Equal("abroad/start", await page.State());
        await page.Write("2");
        Assert.Contains("1 ថៃ 2 កូរ៉េ 3 ម៉ាឡេស៊ី 4 ផ្សេង", await page.LastMessage(), StringComparison.Ordinal);
        await page.Write("2");
        Assert.Equal("abroad/others-ask", await page.State());
        Assert.Contains("2 មានគេលក់ការងារកូរ៉េ", await page.LastMessage(), StringComparison.Ordinal);
        Assert.Contains("កូរ៉េ", await page.Kept(), StringComparison.Ordinal);
        await page.Look("abroad");
        await page.Write("2");
        Assert.Contains("សូមកុំបង់លុយ។", await page.LastMessage(), StringComparison.Ordinal);
        await page.Write("4");
        Assert.Equal(["counted"], await page.Effects());
        Assert.Equal(["បានរាប់៖ បានចប់ដោយមានចម្លើយ"], await page.Follows());
    }

    [Fact]
    public async Task A_question_that_nobody_wrote_an_answer_to_is_kept_and_the_page_says_so_without_its_digits()
    {
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        await page.TakeANewPhone();
        foreach (var text in new[] { "សួស្តី", "2", "តើនៅអាឡាស្កា 077123456 គេចិញ្ចឹមទន្សោងទេ?" })
            await page.Write(text);
        Assert.Equal("abroad/nothing", await page.State());
        var kept = Assert.Single(await page.Follows(), sentence => sentence.StartsWith("បានទុកសំណួរ", StringComparison.Ordinal));
        Assert.Contains("ទន្សោង", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_offer_check_by_keypad_counts_the_warning_signs_and_explains_each()
    {
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        await page.TakeANewPhone();
        await page.Call("123");
        Assert.Equal("offer/who", await page.State());
        Assert.Contains("បើអ្នកស្គាល់អ្នកនាំ តែតាមអនឡាញ ឬទូរស័ព្ទ សូមចុចលេខមួយ។", await page.Heard(), StringComparison.Ordinal);
        foreach (var key in "2122212131")
            await page.Press(key);
        var warned = await page.Heard();
        Assert.Contains("មានសញ្ញាព្រមានចំនួន 4។", warned, StringComparison.Ordinal);
        Assert.Contains("Without the right papers you can be arrested", warned, StringComparison.Ordinal);
        await page.Look("offer");
        foreach (var (state, sign) in new[] { ("offer/sign-secrecy", "គេឱ្យលាក់ កុំឱ្យមានអ្នកជួយ។"), ("offer/sign-passport", "ប៉ាស្ព័រជារបស់អ្នក។"), ("offer/sign-pay", "លុយខ្ពស់ពេក អាចជានុយ។") })
        {
            await page.Press('1');
            Assert.Equal(state, await page.State());
            Assert.Contains(sign, await page.Heard(), StringComparison.Ordinal);
        }

        await page.Press('1');
        Assert.Contains("សូមហៅសួរលេខ 1297", await page.Heard(), StringComparison.Ordinal);
        await page.Press('4');
        Assert.Contains("counted", await page.Effects());
        Assert.True(await page.Page.Locator("#dial").IsEnabledAsync());
    }

    [Fact]
    public async Task In_English_a_question_is_answered_and_asked_about_again()
    {
        await using var page = await browser.Open(line.Gateway, 360, 740);
        await page.TakeANewPhone();
        await page.Page.ClickAsync("[data-language=en]");
        await page.Write("how much is a passport?");
        Assert.Contains("1 read on 2 ask again 3 tell us something 4 finish", await page.LastMessage(), StringComparison.Ordinal);
        await page.Write("1");
        Assert.Contains("We last checked this on", await page.LastMessage(), StringComparison.Ordinal);
        foreach (var text in new[] { "2", "2", "1" })
            await page.Write(text);
        Assert.Contains("1 Can I go to Thailand for work now?", await page.LastMessage(), StringComparison.Ordinal);
        Assert.Contains("Thailand", await page.Kept(), StringComparison.Ordinal);
        await Sight.AssertFits(page);
        await page.Write("1");
        await page.Write("4");
        Assert.Equal(["Counted: ended with an answer"], await page.Follows());
    }
}
