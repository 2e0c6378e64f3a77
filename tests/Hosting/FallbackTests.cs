using System.Xml.Linq;
using Hotline.Functions;
using Hotline.Functions.Commands;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Twiml;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Hosting;

/// <summary>The files that answer while the hotline does not.</summary>
public sealed class FallbackTests
{
    private static readonly string[] BrokenInKhmer = ["everywhere.broken.1", "everywhere.broken.2"];

    [Fact]
    public async Task Texts_are_answered_in_Khmer_and_English_with_the_numbers_of_Cambodia_and_the_duty_number()
    {
        using var folder = new Scratch();
        var said = (await Write(folder, Recorded(folder, []))).Documents["text.xml"];
        Assert.Empty(TwimlGrammar.Messaging.Judge(said));
        var words = string.Join('\n', said.Root!.Elements("Message").Select(message => message.Value));
        Assert.Contains("សូមទោស", words, StringComparison.Ordinal);
        Assert.Contains("Sorry, please try again, or call", words, StringComparison.Ordinal);
        foreach (var number in new[] { "117", "1288", Served.Duty })
            Assert.Equal(2, words.Split(number).Length - 1);
        Assert.DoesNotContain("{", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_for_check_ins_does_not_tell_what_it_is_for()
    {
        using var folder = new Scratch();
        var files = (await Write(folder, Recorded(folder, []))).Documents;
        Assert.Empty(TwimlGrammar.Messaging.Judge(files["check-in-text.xml"]));
        var words = files["check-in-text.xml"].Root!.Value;
        Assert.Contains("រវល់", words, StringComparison.Ordinal);
        Assert.DoesNotContain(words, char.IsAsciiDigit);
        Assert.Empty(TwimlGrammar.Voice.Judge(files["busy.xml"]));
        Assert.Equal("busy", (string?)files["busy.xml"].Root!.Elements().Single().Attribute("reason"));
    }

    [Fact]
    public async Task Without_recordings_a_person_is_rung_and_sees_our_number()
    {
        using var folder = new Scratch();
        var call = (await Write(folder, Recorded(folder, []))).Documents["call.xml"];
        Assert.Empty(TwimlGrammar.Voice.Judge(call));
        Assert.Equal(["Dial", "Hangup"], call.Root!.Elements().Select(verb => verb.Name.ToString()));
        Assert.Equal((Carrier.Line, Served.Duty), ((string?)call.Root.Element("Dial")!.Attribute("callerId"), call.Root.Element("Dial")!.Element("Number")!.Value));
    }

    [Fact]
    public async Task With_recordings_they_are_played_from_copies_beside_and_English_is_read_out()
    {
        using var folder = new Scratch();
        var audio = Recorded(folder, [.. BrokenInKhmer, "say.or", "say.pause", .. Enumerable.Range(0, 10).Select(digit => $"say.{digit}"), "say.plus"]);
        var (documents, written) = await Write(folder, audio);
        var call = documents["call.xml"];
        Assert.Empty(TwimlGrammar.Voice.Judge(call));
        var plays = call.Root!.Elements("Play").Select(play => play.Value).ToList();
        Assert.NotEmpty(plays);
        Assert.All(plays, play => Assert.True(File.Exists(Path.Combine(written, play)), play));
        Assert.All(plays, play => Assert.StartsWith("audio/", play, StringComparison.Ordinal));
        Assert.Contains("please try again", call.Root.Element("Say")!.Value, StringComparison.Ordinal);
        Assert.Equal("Hangup", call.Root.Elements().Last().Name);
    }

    [Fact]
    public async Task Where_nothing_would_answer_a_call_it_says_what_to_do_and_writes_nothing()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Path("data"), development: true, more: ["--Hotline:DutyNumber="]);
        var command = ActivatorUtilities.CreateInstance<FallbackCommand>(gateway.Services, Recorded(folder, []));
        var refused = await Assert.ThrowsAsync<SetupException>(() => command.Run(["fallback", folder.Path("out")], TextWriter.Null));
        Assert.Contains("Hotline__DutyNumber", refused.Message, StringComparison.Ordinal);
        Assert.Contains("localization/audio/km/", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path("out")));
        Assert.Contains("fallback FOLDER", (await Assert.ThrowsAsync<SetupException>(() => command.Run(["fallback"], TextWriter.Null))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_is_told_of()
    {
        using var folder = new Scratch();
        var (_, written) = await Write(folder, Recorded(folder, []));
        var readme = await File.ReadAllTextAsync(Path.Combine(written, "README.txt"));
        Assert.All(Directory.GetFileSystemEntries(written).Select(path => Path.GetFileName(path)!).Where(name => name != "README.txt"), name => Assert.Contains(name, readme, StringComparison.Ordinal));
        Assert.Contains("POST", readme, StringComparison.Ordinal);
    }

    private static Hotline.Functions.Audio.AudioFiles Recorded(Scratch folder, IEnumerable<string> clips)
    {
        Directory.CreateDirectory(folder.Path("audio/km"));
        foreach (var clip in clips)
            File.WriteAllBytes(folder.Path($"audio/km/{clip}.wav"), System.Text.Encoding.UTF8.GetBytes(clip));
        return Hotline.Functions.Audio.AudioFiles.In(folder.Path("audio"));
    }

    private static async Task<(Dictionary<string, XDocument> Documents, string Folder)> Write(Scratch folder, Hotline.Functions.Audio.AudioFiles audio)
    {
        await using var gateway = await Served.Start(folder.Path("data"), more: [$"--Provider:Number={Carrier.Line}"]);
        var command = ActivatorUtilities.CreateInstance<FallbackCommand>(gateway.Services, audio);
        Assert.Equal(0, await command.Run(["fallback", folder.Path("out")], TextWriter.Null));
        return (Directory.GetFiles(folder.Path("out"), "*.xml").ToDictionary(file => Path.GetFileName(file), XDocument.Load), folder.Path("out"));
    }
}
