using System.Diagnostics.CodeAnalysis;

namespace Hotline.Tests.Carriers;

/// <summary>How texts fare on their way: exactly as set, or by dice where a rate is set.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
internal sealed class TextLife(int seed)
{
    private readonly Random dice = new(seed);

    /// <summary>From taken on to sent.</summary>
    public TimeSpan Sending { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>From sent to on the phone.</summary>
    public TimeSpan Arriving { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Up to so much more for each of the two.</summary>
    public TimeSpan Dawdling { get; set; }

    /// <summary>Between tries of a phone that is off.</summary>
    public TimeSpan Retrying { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Share that the network loses, told as undelivered.</summary>
    public double Undelivered { get; set; }

    /// <summary>Share that the provider itself cannot send.</summary>
    public double Failed { get; set; }

    /// <summary>Share that arrives and whose arrival nobody tells: sent for ever.</summary>
    public double NoReceipt { get; set; }

    public (TimeSpan Sending, TimeSpan Arriving, TextFate Fate, string? Error) Roll()
    {
        lock (dice)
        {
            var fate = dice.NextDouble();
            var (sending, arriving) = (Sending + (Dawdling * dice.NextDouble()), Arriving + (Dawdling * dice.NextDouble()));
            if ((fate -= Undelivered) < 0)
                return (sending, arriving, TextFate.Undelivered, dice.Next(2) == 0 ? "30003" : "30008");
            if ((fate -= Failed) < 0)
                return (sending, arriving, TextFate.Failed, dice.Next(2) == 0 ? "30001" : "30007");
            return (sending, arriving, fate < NoReceipt ? TextFate.NoReceipt : TextFate.Delivered, null);
        }
    }
}
