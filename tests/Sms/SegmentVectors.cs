using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Hotline.Tests.Sms;

/// <summary>data/segment-vectors.json: counts made with npm sms-segments-calculator 1.3.0 (MIT, notice beside the file).</summary>
internal sealed record SegmentVector(string Id, string Text, string Encoding, int Utf16_units, int? Gsm_septets, int Segments_lib)
{
    private sealed record Document(List<SegmentVector> Cases);

    private static readonly JsonSerializerOptions Lowercase = new() { PropertyNameCaseInsensitive = true };

    public static IReadOnlyList<SegmentVector> All { get; } = Read();

    private static List<SegmentVector> Read([CallerFilePath] string here = "") => JsonSerializer.Deserialize<Document>(
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "data", "segment-vectors.json")), Lowercase)!.Cases;
}
