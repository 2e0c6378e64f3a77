using Hotline.Tests.Reading;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Answers;

/// <summary>Short replies as people send them, and stories that hold the words of every reply and command.</summary>
public class ReplyTests(ITestOutputHelper output)
{
    private static readonly string[] Everywhere = ["stop", "erase", "help", "person", "language", "khmer", "english", "menu", "repeat", "back", "go-on", "greeting", "thanks", "done", "skip", "unknown"];

    [Fact]
    public void Replies_are_read_as_they_are_meant()
    {
        var rows = Bank.Rows("replies");
        var wrong = 0;
        foreach (var row in rows)
        {
            var read = Read(row[0], row[1]) ?? "null";
            if (read == row[2])
                continue;
            wrong++;
            output.WriteLine($"{row[0]}: {row[1]} is {row[2]}, read as {read}");
            Assert.False(row[0] == "yesno" && (row[2], read) is ("yes", "no") or ("no", "yes"), row[1]);
        }

        output.WriteLine($"{rows.Count} replies, {wrong} wrong");
        Assert.True(rows.Count >= 400);
        Assert.True(wrong <= 0.03 * rows.Count, $"{wrong} of {rows.Count}");
    }

    [Fact]
    public void No_story_is_taken_for_a_command_or_an_answer()
    {
        var rows = Bank.Rows("narratives");
        Assert.True(rows.Count >= 100);
        foreach (var story in rows.Select(row => row[0]))
        {
            Assert.DoesNotContain(Everywhere, list => Data.Words.IsWhole(list, story));
            Assert.True(Data.Reader.YesNo(story) is null && Data.Reader.Choice(story, 9) is null && Data.Reader.Number(story) is null, story);
        }
    }

    [Fact]
    public void The_commands_themselves_are_heard()
    {
        Assert.True(Data.Words.IsWhole("stop", "ឈប់") && Data.Words.IsWhole("erase", "delete") && Data.Words.IsWhole("help", "សុំជួយផង"));
        Assert.Contains(Bank.Rows("narratives"), row => row[0].Contains("ឈប់", StringComparison.Ordinal));
    }

    private static string? Read(string kind, string text) => kind switch
    {
        "yesno" => Data.Reader.YesNo(text),
        "number" => Data.Reader.Number(text),
        "province" => Data.Reader.Province(text),
        _ => Data.Reader.Choice(text, kind[^1] - '0'),
    };
}
