using Xunit;

namespace Hotline.Tests.Golden;

/// <summary>What the hotline says, word for word. tests/README.md tells how to read a difference and how to accept it.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Names => [.. Transcript.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_conversation_goes_as_written_down(string name)
    {
        var transcript = Transcript.Load(name);
        var played = transcript.Play();
        if (Environment.GetEnvironmentVariable("HOTLINE_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Transcript.Folder, name), played);
        else
            Assert.Equal(string.Join('\n', transcript.Lines), played);
    }

    [Fact]
    public void A_changed_word_is_noticed()
    {
        var name = Transcript.Names[0];
        var played = Transcript.Load(name).Play();
        var at = played.IndexOf("\n< ", StringComparison.Ordinal) + 3;
        Assert.NotEqual(played, played.Remove(at, 1));
        Assert.Equal(File.ReadAllText(Path.Combine(Transcript.Folder, name)), played);
    }
}
