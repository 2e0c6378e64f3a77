namespace Hotline.Tests.Storage;

/// <summary>A folder of its own for one test.</summary>
public sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("hotline-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>All bytes that lie in the folder, as the thief of the disk would read them.</summary>
    public bool Holds(ReadOnlySpan<byte> marker)
    {
        foreach (var file in Directory.GetFiles(Folder))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            if (copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(marker) >= 0)
                return true;
        }

        return false;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
