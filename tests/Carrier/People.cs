using System.Globalization;

namespace Hotline.Tests.Carriers;

/// <summary>What people do on the phone, written down.</summary>
internal static class People
{
    /// <param name="does">One after the other while the call lasts: "12#" presses keys, "silence" waits, "speak 20" records twenty seconds, "hang up" is that.</param>
    public static Func<RobotCall, Task> Does(params string[] does) => async call =>
    {
        foreach (var one in does)
            if (!call.Over)
                await (one.Split(' ') switch
                {
                    ["silence"] => call.Silence(),
                    ["speak", var seconds] => call.Speak(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))),
                    ["hang", "up"] => call.HangUp(),
                    _ => call.Press(one),
                });
    };
}
