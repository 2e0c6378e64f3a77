using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Hotline.Functions.Storage.Sqlite;

/// <summary>Row versions: 64 random bits each. A counter would order the rows, and so tell which caller filed which report.</summary>
internal sealed class VersionSource
{
    private readonly byte[] block = new byte[4096];
    private int used = 4096;

    public long Next()
    {
        if (used == block.Length)
        {
            RandomNumberGenerator.Fill(block);
            used = 0;
        }

        var version = BinaryPrimitives.ReadInt64LittleEndian(block.AsSpan(used));
        used += sizeof(long);
        return version;
    }
}
