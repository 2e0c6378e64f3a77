namespace Hotline.Functions.Storage;

/// <summary>The version is opaque and equal only while nobody has written the row. It holds no order and no time, so two rows cannot be linked by it.</summary>
public sealed record Row(string Key, string Version, ReadOnlyMemory<byte> Body, Columns? Columns);
