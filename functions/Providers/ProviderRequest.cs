namespace Hotline.Functions.Providers;

/// <summary>One request, ready to go.</summary>
/// <param name="Task">What for, for the log: a word of ours.</param>
/// <param name="Form">Null where there is no body.</param>
/// <param name="Repeatable">Doing it twice does no harm.</param>
internal sealed record ProviderRequest(string Task, HttpMethod Method, Uri Address, IReadOnlyList<KeyValuePair<string, string>>? Form, bool Repeatable)
{
    public override string ToString() => Task;
}
