using System.Diagnostics.CodeAnalysis;

namespace Hotline.Functions.Storage;

/// <summary>The disk or service under the store cannot be used now. It may work again without a restart.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It reads as what it says.")]
public sealed class StoreUnavailable(string fileName, string reason, int code)
    : Exception($"The store {fileName} cannot be used: {reason} (code {code}).")
{
    /// <summary>SQLite's extended result code, or 0 when the operating system refused.</summary>
    public int Code { get; } = code;
}
