using Hotline.Functions.Providers;

namespace Hotline.Functions.Recordings;

/// <summary>Whether what came is a sound, before the provider's copy is deleted for it. The client has looked at host, length and type.</summary>
internal static class SoundCheck
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <returns>Null when it is.</returns>
    public static Failure? Of(MemoryStream sound, FetchedRecording said)
    {
        if (sound.Length == 0 || sound.Length != said.Length)
            return new Failure.TryLater(Soon);
        // A page or an error in the place of a file, whatever it is called: storages answer so.
        var first = sound.GetBuffer().AsSpan(0, (int)sound.Length).TrimStart(" \t\r\n\uFEFF"u8);
        return first.IsEmpty || first[0] is (byte)'<' or (byte)'{' ? new Failure.RefusedForGood(RefusalKind.NoRecording) : null;
    }
}
