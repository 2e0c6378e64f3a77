using Hotline.Functions.Providers;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Recordings;

/// <summary>Fetches a recording, seals it into our store, and only then has the provider delete it. Each of the two may be repeated without harm.</summary>
public sealed class RecordingPerformer(IProvider provider, RecordingBook book, Sounds sounds) : IPerformer, IDisposable
{
    public const string ToDoKind = "recording";

    /// <summary>Then a person has to look.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(14);

    private static readonly TimeSpan AfterADay = TimeSpan.FromHours(1);

    /// <summary>Each may take 64 MB while it is fetched.</summary>
    private readonly SemaphoreSlim few = new(2, 2);

    public string Kind => ToDoKind;

    public Outlet Outlet => Outlet.None;

    public bool WaitsForProvider => true;

    public async Task Perform(Lease lease, CancellationToken cancel)
    {
        var found = await book.Named(lease.Id, cancel);
        switch (found?.Recording)
        {
            case { State: RecordingState.Expected, Address: { } address } when !await book.IsToBeDiscarded(address, cancel):
                await Fetch(lease, found!, address, cancel);
                break;
            case { State: not RecordingState.Expected, Address: { } address }:
                await Delete(lease, found!, address, cancel);
                break;
            default:
                // Nothing to do, or whoever discards it does it.
                await lease.Done();
                break;
        }
    }

    public void Dispose() => few.Dispose();

    private async Task Fetch(Lease lease, FoundRecording found, string address, CancellationToken cancel)
    {
        await few.WaitAsync(cancel);
        try
        {
            using var sound = new MemoryStream();
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            // Texts of the same round wait for us: a slow line gets more time from try to try.
            enough.CancelAfter(TimeSpan.FromSeconds(30 << Math.Min(lease.ToDo.Tries, 3)));
            var fetched = await provider.FetchRecording(address, sound, enough.Token);
            var failure = fetched.Failure ?? SoundCheck.Of(sound, fetched.Value!);
            if (failure is not null)
                await Again(lease, found, failure);
            else if (await sounds.Store(found, sound.GetBuffer().AsMemory(0, (int)sound.Length), fetched.Value!.ContentType, cancel) is { } stored
                && await lease.Anew(lease.Now, "", book.Changed(stored.Now, stored.Kept)) == CommitResult.Committed)
                await book.DropSound(found.Name, stored.Kept.Fetch, cancel);
            else
                // It was discarded, or somebody else fetched it: what it is now is looked at anew, and nothing of this fetch stays.
                await Leave(lease, found.Name, cancel);
        }
        finally
        {
            few.Release();
        }
    }

    private async Task Leave(Lease lease, string name, CancellationToken cancel)
    {
        var now = await book.Named(name, cancel);
        if (now?.Recording.State != RecordingState.Expected)
            await book.DropSound(name, now?.Recording.Fetch, cancel);
        await lease.Later(lease.Now + lease.Backoff);
    }

    private async Task Delete(Lease lease, FoundRecording found, string address, CancellationToken cancel)
    {
        switch ((await provider.DeleteRecording(RecordingName.SidOf(address), cancel)).Failure)
        {
            case null:
                await lease.Done(book.Changed(found, found.Recording with { Address = null, Why = null }));
                break;
            case Failure.RefusedForGood { Kind: RefusalKind.NotOffered } never:
                await lease.Done(book.Changed(found, found.Recording with { Why = never.ForStaff }));
                break;
            case { } failure:
                await Again(lease, found, failure);
                break;
        }
    }

    /// <summary>What nobody can mend from outside is given up at once, what an operator can mend in two weeks.</summary>
    private async Task Again(Lease lease, FoundRecording found, Failure failure)
    {
        var age = lease.Now - DateTimeOffset.FromUnixTimeSeconds(lease.ToDo.Made);
        var why = (failure as Failure.RefusedForGood)?.ForStaff;
        IReadOnlyList<Write> told = why == found.Recording.Why ? [] : [book.Changed(found, found.Recording with { Why = why })];
        if (age >= GivenUpAfter || failure is Failure.RefusedForGood { Kind: RefusalKind.NoRecording or RefusalKind.OurRequest })
            await lease.Dead(why ?? "The provider has not let us have, or delete, a recording for two weeks: listen to it in the provider's console.", told);
        else
            await lease.Later(lease.Now + Wait(lease, failure, age), more: told);
    }

    private static TimeSpan Wait(Lease lease, Failure failure, TimeSpan age)
    {
        var asked = failure is Failure.TryLater later ? later.After : AfterADay;
        var own = age > TimeSpan.FromDays(1) ? AfterADay : lease.Backoff;
        return asked > own ? asked : own;
    }
}
