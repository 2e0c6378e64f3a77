namespace Hotline.Functions.Storage;

/// <summary>The version is opaque and equal only while nobody has written the row. SQLite's holds no order and no time, so two rows cannot be linked by it; Azure's is the time of the write, which the service keeps anyway.</summary>
public sealed record Row(string Key, string Version, ReadOnlyMemory<byte> Body, Columns? Columns);
