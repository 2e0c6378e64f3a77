using System.Globalization;

namespace Hotline.Flows.Engine;

/// <summary>What the engine itself says where a code is asked.</summary>
public static class CodePrompts
{
    /// <summary>Digits asked at once by voice.</summary>
    public const int Group = 4;

    /// <summary>By text: so many digits are missing.</summary>
    public const string Rest = "return.rest";

    /// <summary>The check digit does not fit.</summary>
    public const string Wrong = "return.wrong";

    public static IEnumerable<string> On(Channel channel) => channel == Channel.Text
        ? [Rest, Wrong]
        : Enumerable.Range(0, Receipt.Length / Group).Select(group => OfGroup(group * Group)).Append(Wrong);

    /// <summary>By voice each group has a prompt of its own, "return.group-1" to "return.group-4".</summary>
    public static string OfGroup(int digitsSoFar) => "return.group-" + (digitsSoFar / Group + 1).ToString(CultureInfo.InvariantCulture);
}
