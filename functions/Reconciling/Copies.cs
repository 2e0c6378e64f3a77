using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Hotline.Functions.Providers;

namespace Hotline.Functions.Reconciling;

/// <summary>Empties and deletes what the provider keeps of texts that we hold, or that are over. What it refuses is found again in the next list.</summary>
public sealed class Copies(IProvider provider, ProviderWatch watch)
{
    /// <summary>In one run: with two requests each and four at a time, at 100 ms an answer, 100 seconds.</summary>
    public const int MostAtOnce = 2000;

    private const int SideBySide = 4;

    internal async Task<Deleted> Delete(List<Copy> copies, CancellationToken cancel)
    {
        // By lot, so that copies that are refused again and again do not stand before the others for ever.
        if (copies.Count > MostAtOnce)
            RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(copies));
        var left = new ConcurrentBag<Copy>();
        var (refused, requests) = (0, 0);
        await Parallel.ForEachAsync(copies.Take(MostAtOnce), new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancel }, async (copy, token) =>
        {
            var failure = copy.HasWords && !watch.IsAway ? (await provider.RedactMessage(copy.Sid, token)).Failure : null;
            Interlocked.Add(ref requests, copy.HasWords ? 1 : 0);
            if (failure is null && !copy.HasPictures && !watch.IsAway)
            {
                failure = (await provider.DeleteMessage(copy.Sid, token)).Failure;
                Interlocked.Increment(ref requests);
                if (failure is null)
                    return;
            }

            Interlocked.Add(ref refused, failure is null ? 0 : 1);
            left.Add(copy);
        });
        return new Deleted([.. left, .. copies.Skip(MostAtOnce)], copies.Count - left.Count - Math.Max(0, copies.Count - MostAtOnce), refused, requests);
    }
}

/// <summary>A text at the provider that is to go.</summary>
/// <param name="HasWords">They go first: they matter most, and emptying may be allowed before deleting is.</param>
/// <param name="HasPictures">Nobody has fetched them, and they would go with it.</param>
internal sealed record Copy(string Sid, DateTimeOffset At, bool HasWords, bool HasPictures)
{
    public override string ToString() => nameof(Copy);
}

/// <param name="Left">Refused, beyond one run's share, or kept for their pictures.</param>
internal sealed record Deleted(IReadOnlyList<Copy> Left, int Done, int Refused, int Requests);
