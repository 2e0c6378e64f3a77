namespace Hotline.Functions.Storage;

/// <summary>One change in a commit. The three kinds below are all there are.</summary>
public abstract record Write(string Key);

/// <summary>Conflict if the key exists.</summary>
public sealed record Insert(string Key, ReadOnlyMemory<byte> Body, Columns? Columns = null) : Write(Key);

/// <summary>Conflict if the row is absent or has another version.</summary>
public sealed record Replace(string Key, string Version, ReadOnlyMemory<byte> Body, Columns? Columns = null) : Write(Key);

/// <summary>With a version: conflict if the row is absent or has changed. Without: the row goes if it is there.</summary>
public sealed record Delete(string Key, string? Version = null) : Write(Key);
