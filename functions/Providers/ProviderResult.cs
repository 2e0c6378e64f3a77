using System.Diagnostics.CodeAnalysis;

namespace Hotline.Functions.Providers;

/// <summary>What the provider did, or why not.</summary>
public sealed record ProviderResult<T>
    where T : class
{
    private ProviderResult(T? value, Failure? failure) => (Value, Failure) = (value, failure);

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Accepted => Value is not null;

    public T? Value { get; }

    public Failure? Failure { get; }

    public static implicit operator ProviderResult<T>(T value) => new(value, null);

    public static implicit operator ProviderResult<T>(Failure failure) => new(null, failure);
}
