using System.Text.Json;
using Hotline.Functions;
using Hotline.Functions.Commands;
using Xunit;

namespace Hotline.Tests.Answers;

public class CommandTests
{
    [Fact]
    public void Ask_answers_every_line_with_an_object()
    {
        var lines = Run(AskCommand.Run, ["ask", "--json"], "passport tlai ponman\n\nប៉ាស្ព័រថ្លៃប៉ុន្មាន\n");
        Assert.Equal(3, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(["text", "sure", "answers"], first.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.Equal("q06", first.RootElement.GetProperty("answers")[0].GetString());
        Assert.Equal("""{"text":"","sure":false,"answers":[]}""", lines[1]);
        Assert.Contains("ប៉ាស្ព័រថ្លៃប៉ុន្មាន", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_explains_itself_to_people() =>
        Assert.Contains("q06", Run(AskCommand.Run, ["ask"], "passport tlai ponman\n")[1], StringComparison.Ordinal);

    [Theory]
    [InlineData("yesno", "ចាស", "\"yes\"")]
    [InlineData("yesno", "អត់ទេ", "\"no\"")]
    [InlineData("yesno", "ot deng", "\"unknown\"")]
    [InlineData("yesno", "phteah", "null")]
    [InlineData("choice:4", "លេខ ២", "2")]
    [InlineData("choice:4", "5", "null")]
    [InlineData("number", "ម្ភៃនាក់", "20")]
    [InlineData("number", "ot deng te", "\"unknown\"")]
    [InlineData("province", "បាត់ដំបង", "2")]
    [InlineData("province", "", "null")]
    public void Read_tells_the_value(string kind, string text, string value) =>
        Assert.Equal($$"""{"text":"{{text}}","value":{{value}}}""", Run(ReadCommand.Run, ["read", kind, "--json"], text + "\n")[0]);

    [Fact]
    public void Read_asks_what_to_read() => Assert.Throws<SetupException>(() => Run(ReadCommand.Run, ["read", "choice:x"], "1\n"));

    private static string[] Run(Func<string[], TextReader, TextWriter, int> command, string[] args, string input)
    {
        using var output = new StringWriter();
        Assert.Equal(0, command(args, new StringReader(input), output));
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
