using System.Buffers.Binary;
using System.Text;

namespace Hotline.Tests.Telemetry;

/// <summary>A message in the wire format of Protocol Buffers (protobuf.dev, "Encoding"): its fields by number, nothing known of their meaning.</summary>
internal sealed class Proto
{
    private readonly List<(int Number, ulong Value, byte[]? Bytes)> fields = [];

    public Proto(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var tag = Varint(ref bytes);
            var number = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    fields.Add((number, Varint(ref bytes), null));
                    break;
                case 1:
                    fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(bytes), null));
                    bytes = bytes[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref bytes);
                    fields.Add((number, 0, bytes[..length].ToArray()));
                    bytes = bytes[length..];
                    break;
                case 5:
                    fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(bytes), null));
                    bytes = bytes[4..];
                    break;
                default:
                    throw new FormatException("Not a message.");
            }
        }
    }

    public IEnumerable<Proto> All(int number) => fields.Where(field => field.Number == number).Select(field => new Proto(field.Bytes));

    public Proto? One(int number) => All(number).SingleOrDefault();

    public bool Has(int number) => fields.Any(field => field.Number == number);

    public byte[] Raw(int number) => fields.Where(field => field.Number == number).Select(field => field.Bytes!).SingleOrDefault() ?? [];

    public string Text(int number) => Encoding.UTF8.GetString(Raw(number));

    public ulong Number(int number) => fields.Where(field => field.Number == number).Select(field => field.Value).SingleOrDefault();

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
