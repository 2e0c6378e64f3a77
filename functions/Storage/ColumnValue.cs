namespace Hotline.Functions.Storage;

/// <summary>A plain value that a spreadsheet can read: string, long, double, bool or day.</summary>
public readonly record struct ColumnValue
{
    private ColumnValue(object value) => Value = value;

    public object Value { get; }

    public static ColumnValue FromString(string value) => value.Length <= Columns.TextLength
        ? new(value)
        : throw new ArgumentException($"A column holds at most {Columns.TextLength} characters.", nameof(value));

    public static ColumnValue FromInt64(long value) => new(value);

    public static ColumnValue FromDouble(double value) => double.IsFinite(value)
        ? new(value)
        : throw new ArgumentException("A column holds a finite number.", nameof(value));

    public static ColumnValue FromBoolean(bool value) => new(value);

    public static ColumnValue FromDateOnly(DateOnly value) => new(value);

    public static implicit operator ColumnValue(string value) => FromString(value);

    public static implicit operator ColumnValue(long value) => FromInt64(value);

    public static implicit operator ColumnValue(double value) => FromDouble(value);

    public static implicit operator ColumnValue(bool value) => FromBoolean(value);

    public static implicit operator ColumnValue(DateOnly value) => FromDateOnly(value);
}
