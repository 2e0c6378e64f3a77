using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace Hotline.Functions.Storage.Tables;

/// <summary>A row as an entity: its body in parts, because a property holds 64 KiB, its columns under their own names and types, and which commit wrote it.</summary>
internal static class EntityRow
{
    /// <summary>Beside column names, which have no capitals.</summary>
    public const string Commit = "Commit";

    public const int PartBytes = 64 * 1024;

    private static readonly string[] Bodies = [.. Enumerable.Range(0, (StoreLimits.BodyBytes + PartBytes - 1) / PartBytes).Select(part => part == 0 ? "Body" : string.Create(CultureInfo.InvariantCulture, $"Body{part}"))];

    public static string NewCommit() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));

    public static TableEntity Of(string shard, string key, ReadOnlyMemory<byte> body, Columns? columns, string commit)
    {
        var entity = new TableEntity(shard, key) { [Commit] = commit };
        for (var part = 0; part * PartBytes < body.Length; part++)
            entity[Bodies[part]] = body[(part * PartBytes)..Math.Min(body.Length, (part + 1) * PartBytes)].ToArray();
        foreach (var (name, column) in columns?.AsEnumerable() ?? [])
            entity[name] = column.Value is DateOnly day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : column.Value;
        return entity;
    }

    public static Row ToRow(TableEntity entity)
    {
        var columns = entity.Where(property => char.IsAsciiLetterLower(property.Key[0])).Select(property => (property.Key, Column(property.Value))).ToList();
        return new Row(entity.RowKey, entity.ETag.ToString(), Body(entity), columns.Count == 0 ? null : Columns.Of(columns));
    }

    private static byte[] Body(TableEntity entity)
    {
        if (entity.GetBinary(Bodies[0]) is not { } first)
            return [];
        if (!entity.ContainsKey(Bodies[1]))
            return first;
        var parts = Bodies.Select(entity.GetBinary).TakeWhile(part => part is not null).ToList();
        return [.. parts.SelectMany(part => part!)];
    }

    private static ColumnValue Column(object value) => value switch
    {
        string text => text,
        long number => number,
        double number => number,
        bool flag => flag,
        DateTimeOffset day => DateOnly.FromDateTime(day.UtcDateTime),
        _ => throw new NotSupportedException("A column has a type that none of ours has."),
    };
}
