using System.Text;
using System.Text.Json;
using Hotline.Functions.Webhooks;
using Xunit;

namespace Hotline.Tests.Webhooks;

public sealed class SignatureTests
{
    private static readonly string[] Scraps =
        ["", " ", "ក", "សួស្តី", "😀", "ｚ", "a", "B", "From", "+855 12", "=&%", "'\"", "\r\n", "\u200B", "é", "100%", "~*()!-._"];

    [Fact]
    public void Every_published_vector_is_decided_as_marked()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Repository.File("tests", "Webhooks", "data", "signature-vectors.json")));
        var wrong = new List<string>();
        int count = 0;
        foreach (var vector in file.RootElement.GetProperty("vectors").EnumerateArray())
        {
            string url = vector.GetProperty("url").GetString()!;
            string header = vector.GetProperty("signature").GetString()!;
            string[] tokens = ["another-token", vector.GetProperty("token").GetString()!];
            bool valid = vector.TryGetProperty("body", out var body)
                ? WebhookSignature.IsValidJson(url, Encoding.UTF8.GetBytes(body.GetString()!), header, tokens)
                : WebhookSignature.IsValid(url, Form(vector.GetProperty("params")), header, tokens);
            if (valid != vector.GetProperty("valid").GetBoolean())
                wrong.Add(vector.GetProperty("id").GetString()!);
            count++;
        }

        Assert.Empty(wrong);
        Assert.Equal(31, count);
    }

    [Fact]
    public void We_sign_as_the_official_library_does()
    {
        var chance = new Random(20261121);
        var forms = Enumerable.Range(0, 500).Select(_ => Random(chance)).ToList();
        var lines = forms.Select(form => JsonSerializer.Serialize(new { url = form.Url, token = form.Token, @params = form.Fields }));

        string[] signatures = NodeScript.Run("sign.js", lines);

        Assert.Equal(forms.Count, signatures.Length);
        for (int i = 0; i < forms.Count; i++)
        {
            var form = WebhookForm.Parse(Encode(forms[i].Fields))!;
            Assert.True(WebhookSignature.IsValid(forms[i].Url, form, signatures[i], [forms[i].Token]), $"form {i}: {forms[i].Url}");
            Assert.False(WebhookSignature.IsValid(forms[i].Url, form, signatures[(i + 1) % forms.Count], [forms[i].Token]), $"form {i} took another's signature");
        }
    }

    [Theory]
    [InlineData("https://h.example/x?bodySHA256")]
    [InlineData("https://h.example/x?bodySHA256=")]
    [InlineData("https://h.example/x?bodySHA256&bodySHA256=")]
    [InlineData("https://h.example/x?bodysha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("https://h.example/x?bodySHA256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855&bodySHA256=0")]
    public void A_malformed_body_hash_is_not_valid_and_does_not_throw(string url)
    {
        string header = Signed.Signature("t0ken", url, []);
        Assert.False(WebhookSignature.IsValidJson(url, [], header, ["t0ken"]));
    }

    [Fact]
    public void An_empty_token_signs_nothing()
    {
        var form = WebhookForm.Parse("A=1"u8)!;
        string header = Signed.Hash("", "https://h.example/xA1");
        Assert.False(WebhookSignature.IsValid("https://h.example/x", form, header, ["", " "]));
        Assert.False(WebhookSignature.IsValid("https://h.example/x", form, header, []));
    }

    [Fact]
    public void A_long_form_and_a_long_url_are_signed_whole()
    {
        string url = "https://h.example/" + new string('x', 3000);
        var fields = new[] { KeyValuePair.Create("Body", new string('ក', 5000)) };
        var form = WebhookForm.Parse(Encode(fields.ToDictionary(field => field.Key, object (field) => field.Value)))!;
        Assert.True(WebhookSignature.IsValid(url, form, Signed.Signature("t", url, fields), ["t"]));
        Assert.False(WebhookSignature.IsValid(url + "y", form, Signed.Signature("t", url, fields), ["t"]));
    }

    private static WebhookForm Form(JsonElement fields) => WebhookForm.Parse(Encode(fields.EnumerateObject().ToDictionary(
        field => field.Name,
        object (field) => field.Value.ValueKind == JsonValueKind.Array
            ? field.Value.EnumerateArray().Select(value => value.GetString()!).ToArray()
            : field.Value.GetString()!)))!;

    private static (string Url, string Token, Dictionary<string, object> Fields) Random(Random chance)
    {
        var fields = new Dictionary<string, object>();
        for (int i = chance.Next(12); i > 0; i--)
            fields[Text(chance, 2) + "n" + Text(chance, 1)] =
                chance.Next(5) == 0 ? Enumerable.Range(0, 2 + chance.Next(4)).Select(_ => Text(chance, 2)).ToArray() : Text(chance, 4);
        string[] urls =
            ["https://h.example/sms", "http://h.example:8080/a?b=c", "https://h.example:443/x?q=%E1%9E%80%2B+a", "https://h.example/x?q=a'b", "https://h.example/"];
        return (urls[chance.Next(urls.Length)], "tok\u00e9n" + chance.Next(), fields);
    }

    private static string Text(Random chance, int most) =>
        string.Concat(Enumerable.Range(0, chance.Next(most + 1)).Select(_ => Scraps[chance.Next(Scraps.Length)]));

    private static byte[] Encode(Dictionary<string, object> fields) => Encoding.UTF8.GetBytes(string.Join('&', fields.SelectMany(field =>
        (field.Value as string[] ?? [(string)field.Value]).Select(value => Uri.EscapeDataString(field.Key) + "=" + Uri.EscapeDataString(value)))));
}
