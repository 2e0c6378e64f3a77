using Hotline.Functions.Webhooks;

namespace Hotline.Functions.CheckIns;

/// <summary>The number on no poster. Whoever reaches it never meets the front door.</summary>
/// <param name="Number">E.164, or null: then there are no check-ins.</param>
public sealed record CheckInLine(string? Number)
{
    private readonly string? digits = Number is null ? null : Digits(Number);

    /// <summary>Somleng sends numbers without the plus.</summary>
    public bool Is(string dialled) => digits is not null && Digits(dialled) == digits;

    public bool Is(Received received) => Is(received.Outbound ? received.From : received.To);

    private static string Digits(string number) => new(number.Where(char.IsAsciiDigit).ToArray());
}
