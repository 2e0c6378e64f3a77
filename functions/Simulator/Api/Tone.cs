using System.Buffers.Binary;

namespace Hotline.Functions.Simulator.Api;

/// <summary>What stands in for a voice: a soft note in a WAV file, 8 kHz, 16 bit, one channel (RIFF, format 1).</summary>
internal static class Tone
{
    private const int Rate = 8000;
    private const int Hertz = 440;
    private const int Loud = 3000;
    private const int Header = 44;

    public static byte[] Of(int seconds)
    {
        var samples = Rate * seconds;
        var file = new byte[Header + (samples * sizeof(short))];
        "RIFF"u8.CopyTo(file);
        Number(file, 4, file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        Number(file, 16, 16);
        Number(file, 20, 1 | (1 << 16));
        Number(file, 24, Rate);
        Number(file, 28, Rate * sizeof(short));
        Number(file, 32, sizeof(short) | (16 << 16));
        "data"u8.CopyTo(file.AsSpan(36));
        Number(file, 40, samples * sizeof(short));
        for (var i = 0; i < samples; i++)
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(Header + (i * sizeof(short))), (short)(Loud * Math.Sin(2 * Math.PI * Hertz * i / Rate)));
        return file;
    }

    private static void Number(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
