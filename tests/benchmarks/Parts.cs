using System.Text;
using BenchmarkDotNet.Attributes;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Webhooks;
using Hotline.Localization.Khmer;
using Hotline.Localization.Reading;

namespace Hotline.Benchmarks;

/// <summary>What each part of a turn costs alone.</summary>
[MemoryDiagnoser]
public class Parts
{
    private const string Url = "https://hotline.example.org";
    private const string Story = "បុរសម្នាក់បានសន្យារកការងារឲ្យប្អូនស្រីខ្ញុំនៅប្រទេសជិតខាង ប៉ុន្តែឥឡូវនេះនាងមិនអាចត្រឡប់មកផ្ទះវិញបានទេ";

    private static readonly byte[] Form = Encoding.UTF8.GetBytes(
        $"AccountSid={BenchGateway.AccountSid}&ApiVersion=2010-04-01&Body=1&From=%2B85512345678&FromCountry=KH&MessageSid=SM5f0c3b1d2e4a4c9b8d7e6f5a4b3c2d1e"
        + "&NumMedia=0&NumSegments=1&SmsMessageSid=SM5f0c3b1d2e4a4c9b8d7e6f5a4b3c2d1e&SmsSid=SM5f0c3b1d2e4a4c9b8d7e6f5a4b3c2d1e&SmsStatus=received&To=%2B85512000000&ToCountry=KH");

    private readonly string[] tokens = [BenchGateway.AuthToken];
    private Reader reader = null!;
    private Conversation conversation = null!;
    private Session session = null!;
    private byte[] stored = null!;
    private byte[] closed = null!;
    private Sealer sealer = null!;
    private Pseudonyms pseudonyms = null!;
    private string folder = "";

    [GlobalSetup]
    public void SetUp()
    {
        var context = DataFiles.Load();
        reader = context.Phrases.Reader;
        conversation = new Conversation(context.Flows, context.Phrases);
        foreach (var text in new[] { Story, "1", "2" })
            session = Step(session, text).Next!;
        stored = SessionJson.Write(session);
        folder = Directory.CreateTempSubdirectory("hotline-parts-").FullName;
        var keys = KeyRing.OpenOrCreate(Path.Combine(folder, "keys"), dataExists: false);
        sealer = new Sealer(keys);
        pseudonyms = new Pseudonyms(keys);
        closed = sealer.Seal("00", "session", stored);
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(folder, recursive: true);

    [Benchmark]
    public string Normalise_a_story() => KhmerText.Normalize(Story);

    [Benchmark]
    public string? Read_a_choice() => reader.Choice("លេខ ២", 4);

    [Benchmark]
    public bool Look_for_danger_in_a_story() => reader.Words.Contains("danger", Story);

    [Benchmark]
    public Turn Step_in_the_report() => Step(session, "1");

    [Benchmark]
    public byte[] Write_a_session() => SessionJson.Write(session);

    [Benchmark]
    public Session Read_a_session() => SessionJson.Read(stored);

    [Benchmark]
    public byte[] Seal_a_session() => sealer.Seal("00", "session", stored);

    [Benchmark]
    public byte[]? Open_a_session() => sealer.Open("00", "session", closed);

    [Benchmark]
    public CallerId Name_a_caller() => pseudonyms.OfNumber("+85512345678");

    [Benchmark]
    public WebhookForm? Read_a_form() => WebhookForm.Parse(Form);

    [Benchmark]
    public bool Check_a_signature() => WebhookSignature.IsValid(Url + "/sms", WebhookForm.Parse(Form)!, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", tokens);

    private Turn Step(Session? before, string text) =>
        conversation.Step(before, new Input.Text(text), new Circumstances(Channel.Text, false, "KH"), DateTimeOffset.UnixEpoch.AddDays(20_000), new Chance(42));
}
