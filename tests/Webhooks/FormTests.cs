using System.Text;
using Hotline.Functions.Webhooks;
using Xunit;

namespace Hotline.Tests.Webhooks;

public sealed class FormTests
{
    [Theory]
    [InlineData("a=%")]
    [InlineData("a=%4")]
    [InlineData("a=%zz")]
    [InlineData("%g1=a")]
    [InlineData("a=%C0%80")]
    [InlineData("a=%ED%A0%80")]
    [InlineData("a=%E1%9E")]
    [InlineData("%E1%9E=%80")]
    [InlineData("a=%E1%9E&%80=b")]
    [InlineData("=v")]
    [InlineData("a=1&")]
    [InlineData("&a=1")]
    [InlineData("a=1&&b=2")]
    public void What_is_not_a_form_is_nothing(string body) => Assert.Null(WebhookForm.Parse(Encoding.Latin1.GetBytes(body)));

    [Fact]
    public void Names_keep_their_case_their_order_and_their_copies()
    {
        var form = WebhookForm.Parse("K=b&K=a&k=z&E&B=%E1%9E%80+%2B=&K=b"u8)!;
        Assert.Equal(
            [new("K", "b"), new("K", "a"), new("k", "z"), new("E", ""), new("B", "ក +="), new("K", "b")],
            form.InOrder());
        Assert.Equal(("b", "z", "", null), (form.Get("K"), form.Get("k"), form.Get("E"), form.Get("e")));
        Assert.True(form.Repeats);
    }

    [Fact]
    public void Two_hundred_fields_are_a_form_and_one_more_is_not()
    {
        string fields = string.Join('&', Enumerable.Range(0, WebhookForm.MostFields).Select(i => $"n{i}=v"));
        Assert.Equal(WebhookForm.MostFields, WebhookForm.Parse(Encoding.ASCII.GetBytes(fields))!.Count);
        Assert.Null(WebhookForm.Parse(Encoding.ASCII.GetBytes(fields + "&m=v")));
        Assert.Equal(0, WebhookForm.Parse([])!.Count);
    }

    [Fact]
    public void Random_bytes_are_refused_or_read_and_never_throw()
    {
        var chance = new Random(11);
        byte[] genuine = Genuine.Sms(chance, ProviderKind.Twilio).Body;
        int forms = 0, accepted = 0;
        for (int i = 0; i < 10_000; i++)
        {
            byte[] body = i % 2 == 0 ? Bytes(chance) : Damaged(chance, genuine);
            var form = WebhookForm.Parse(body);
            if (form is null)
                continue;
            forms++;
            foreach (var kind in Enum.GetValues<WebhookKind>())
                foreach (var provider in Enum.GetValues<ProviderKind>())
                    accepted += WebhookSchema.Read(kind, i, form, provider, Signed.Account, KnownParameters.BuiltIn) is Accepted ? 1 : 0;
            Assert.False(WebhookSignature.IsValid("https://h.example/", form, Convert.ToBase64String(Bytes(chance)), [Signed.Token]));
        }

        // Both ways out were taken: the bytes are not all junk, and not all harmless.
        Assert.InRange(forms, 1000, 9000);
        Assert.InRange(accepted, 10, 5000);
    }

    private static byte[] Bytes(Random chance)
    {
        byte[] bytes = new byte[chance.Next(120)];
        const string Likely = "ABa=&%+0E9\u00e1\u009e\u0080\u00f0\0";
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = chance.Next(3) == 0 ? (byte)chance.Next(256) : (byte)Likely[chance.Next(Likely.Length)];
        return bytes;
    }

    private static byte[] Damaged(Random chance, byte[] body)
    {
        byte[] damaged = [.. body];
        for (int i = chance.Next(4); i >= 0; i--)
            damaged[chance.Next(damaged.Length)] = (byte)chance.Next(256);
        return chance.Next(4) == 0 ? damaged[..chance.Next(damaged.Length)] : damaged;
    }
}
