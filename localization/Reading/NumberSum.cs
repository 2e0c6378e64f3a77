namespace Hotline.Localization.Reading;

/// <summary>Adds the words of one number in the order they are said; refuses an order in which no number is said.</summary>
internal struct NumberSum
{
    private const long Most = 999_999_999_999;

    private long total;
    private long lastScale;
    private long hundreds;
    private long tens;
    private long units;
    private bool any;
    private bool zero;
    private bool closed;
    private bool andMore;

    public readonly long? Result => any && !andMore && total + Section <= Most ? total + Section : null;

    private readonly long Section => hundreds + tens + units;

    public bool Digits(long value)
    {
        andMore = false;
        if (closed || Section != 0 || zero || (any && (value == 0 || value >= lastScale)))
            return false;
        (any, zero, closed, units) = (true, value == 0, value >= 100, value);
        return true;
    }

    /// <summary>"One hundred and five": after hundreds or thousands, and never last.</summary>
    public bool And()
    {
        if (andMore || tens != 0 || units != 0 || (hundreds == 0 && total == 0))
            return false;
        return andMore = true;
    }

    public bool Word(long value)
    {
        andMore = false;
        if (zero || (any && value == 0))
            return false;
        any = true;
        zero = value == 0;
        return value switch
        {
            >= 1000 => Scale(value),
            100 => Hundred(),
            >= 10 and < 20 => tens == 0 && units == 0 && !closed && Set(ref tens, value),
            >= 20 => value % 10 == 0 && tens == 0 && units == 0 && !closed && Set(ref tens, value),
            _ => value == 0 || (units == 0 && tens % 10 == 0 && !closed && Set(ref units, value)),
        };
    }

    public bool Teen()
    {
        if (units is < 1 or > 9 || tens != 0)
            return false;
        (tens, units) = (units + 10, 0);
        return true;
    }

    private bool Hundred()
    {
        if (hundreds != 0 || tens != 0 || units is < 1 or > 9)
            return false;
        (hundreds, units) = (units * 100, 0);
        return true;
    }

    private bool Scale(long scale)
    {
        const long million = 1_000_000;
        if (Section == 0 && !(scale == million && total > 0))
            return false;
        if (lastScale != 0 && scale >= lastScale)
        {
            // "One ten-thousand million": only million multiplies what stands before it, once.
            if (scale != million || lastScale >= million)
                return false;
            total = (total + Section) * scale;
        }
        else
            total += Section * scale;
        (hundreds, tens, units, closed, lastScale) = (0, 0, 0, false, scale);
        return total <= Most;
    }

    private static bool Set(ref long slot, long value)
    {
        slot = value;
        return true;
    }
}
