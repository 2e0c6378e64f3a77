using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Hotline.Tests.Carriers;

/// <summary>What callers said, at the provider.</summary>
internal sealed class Recordings
{
    private const int Rate = 8000;

    private readonly ConcurrentDictionary<string, KeptRecording> bySid = new(StringComparer.Ordinal);

    public IReadOnlyList<KeptRecording> All => [.. bySid.Values.OrderBy(recording => recording.Started)];

    /// <summary>Between the end of speaking and the file being there.</summary>
    public TimeSpan Making { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Length of the files, whatever was spoken: short, because thousands are made.</summary>
    public int SoundBytes { get; set; } = 800;

    public KeptRecording Add(string sid, string call, TimeSpan length, DateTimeOffset started)
    {
        var recording = new KeptRecording { Sid = sid, Call = call, Length = length, Started = started, Sound = Wave(sid), Ready = started + length + Making };
        bySid[sid] = recording;
        return recording;
    }

    public KeptRecording? Find(string sid) => bySid.GetValueOrDefault(sid);

    /// <summary>A WAV file (8 kHz, 16 bit, one channel) whose samples are no two recordings' the same.</summary>
    private byte[] Wave(string sid)
    {
        var file = new byte[44 + SoundBytes];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), SoundBytes);
        for (var i = 44; i < file.Length; i++)
            file[i] = (byte)(sid[i % sid.Length] + i);
        return file;
    }
}
