namespace Hotline.Functions.Turns;

/// <summary>Turns of one caller queue here, so that inside a process they never conflict. Striped: a fixed number of gates, however many callers.</summary>
public sealed class CallerQueue : IDisposable
{
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Ticket> Wait(string caller, CancellationToken cancel)
    {
        var gate = gates[(uint)string.GetHashCode(caller, StringComparison.Ordinal) % gates.Length];
        await gate.WaitAsync(cancel);
        return new Ticket(gate);
    }

    public void Dispose()
    {
        foreach (var gate in gates)
            gate.Dispose();
    }

    public readonly struct Ticket(SemaphoreSlim gate) : IDisposable, IEquatable<Ticket>
    {
        private readonly SemaphoreSlim gate = gate;

        public void Dispose() => gate.Release();

        public bool Equals(Ticket other) => gate == other.gate;

        public override bool Equals(object? obj) => obj is Ticket other && Equals(other);

        public override int GetHashCode() => gate.GetHashCode();

        public static bool operator ==(Ticket left, Ticket right) => left.Equals(right);

        public static bool operator !=(Ticket left, Ticket right) => !left.Equals(right);
    }
}
