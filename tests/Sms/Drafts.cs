using FsCheck;
using FsCheck.Fluent;

namespace Hotline.Tests.Sms;

/// <summary>Texts as they come from people and catalogues: Khmer with stacked subscripts, English, digits, emoji, marks, blanks.</summary>
internal static class Drafts
{
    private static readonly string[] Khmer =
    [
        "ខ្ញុំ", "ស្ត្រី", "សង្គ្រោះ", "ប៉ូលិស", "ក្រុំ", "ទេ", "ៗ", "។", " ", "។ ", "៕", "?", "\n", "១២៣", "៛", "ឬ", "អ្នក", "ជួយ", "ការងារ", "ៈ", "ល។", "ម្សិលម៉្ងៃ",
    ];

    private static readonly string[] English = ["a", "help", " ", "€", "{", "[x]", "^", "|", "\\", "é", "Ω", ". ", "! ", "012 311 112", "\n", "\r\n", "call"];

    private static readonly string[] Emoji = ["😀", "👍🏽", "👨\u200D👩\u200D👧\u200D👦", "🇰🇭", "❤\uFE0F", "e\u0301", "ไม่", "những", "你好", "`", "’", "\u200B"];

    private static readonly string[] Everything = [.. Khmer, .. English, .. Emoji];

    public static Gen<string> Texts(int pieces) =>
        from alphabet in Gen.Elements(Khmer, English, [.. Khmer, .. English], Everything)
        from count in Gen.Choose(0, pieces)
        from parts in Gen.Elements(alphabet).ArrayOf(count)
        select string.Concat(parts);
}
