namespace Hotline.Tests.Carriers;

/// <summary>
/// What the API answers about recordings. Twilio sends the sound itself to whoever has the token, and deletes; Somleng leads everybody on to its storage, and
/// has no way to delete.
/// </summary>
internal sealed class RecordingsApi(FakeProvider provider)
{
    /// <param name="tail">Recordings/RE….wav at Twilio, Calls/…/Recordings/….wav at Somleng.</param>
    public Reply Fetch(string[] tail)
    {
        if (tail.Length != (provider.IsSomleng ? 4 : 2) || tail[^2] != "Recordings")
            return provider.Refusal.NotFound;
        var (sid, kind) = (Path.GetFileNameWithoutExtension(tail[^1]), Path.GetExtension(tail[^1]));
        if (kind is not (".wav" or ".mp3") || Ready(sid) is not { } recording)
            return provider.Refusal.NotFound;
        return provider.IsSomleng
            ? Reply.Nothing(302) with { Location = new Uri($"{provider.StorageUrl}/recordings/{sid}{kind}") }
            : Sound(recording);
    }

    /// <summary>From Somleng's storage. A token sent there has leaked.</summary>
    public Reply Stored(Asked asked)
    {
        if (asked.Authorization is not null)
            throw new InvalidOperationException("The provider's token was sent to the storage.");
        return asked.Method == "GET" && Ready(Path.GetFileNameWithoutExtension(asked.Path)) is { } recording ? Sound(recording) : Reply.Nothing(404);
    }

    public Reply Delete(string sid)
    {
        if (provider.IsSomleng || provider.Recordings.Find(sid) is not { Deleted: false } recording)
            return provider.Refusal.NotFound;
        recording.Deleted = true;
        return Reply.Nothing(204);
    }

    private KeptRecording? Ready(string sid) =>
        provider.Recordings.Find(sid) is { Deleted: false } recording && recording.Ready <= provider.Clock.GetUtcNow() ? recording : null;

    private static Reply Sound(KeptRecording recording)
    {
        recording.Fetched++;
        return new Reply(200, recording.Sound, "audio/x-wav");
    }
}
