namespace Hotline.Functions.Keys;

/// <summary>The provider's auth tokens as they are now: doors and the provider client ask each time, so that a change needs no restart.</summary>
public sealed partial class LivingTokens : IDisposable
{
    private readonly Living<IReadOnlyList<string>> tokens;

    /// <summary>Tokens that never change.</summary>
    public LivingTokens(IReadOnlyList<string> tokens) => this.tokens = new Living<IReadOnlyList<string>>(tokens);

    /// <param name="first">As it was just read.</param>
    public LivingTokens(ITokenSource source, IReadOnlyList<string> first, TimeProvider clock, ILogger<LivingTokens>? log = null) =>
        tokens = source is SettingTokens
            ? new Living<IReadOnlyList<string>>(first)
            : new Living<IReadOnlyList<string>>(source.Read, first, clock, log is null ? null : sentence => Broken(log, sentence));

    /// <summary>The present one first.</summary>
    public IReadOnlyList<string> Now => tokens.Now;

    /// <summary>Rereads the source when it is time to.</summary>
    public void Look() => tokens.Look();

    /// <summary>Something was signed with a token that we do not know, or by nobody. Who forges many requests at once makes us look once.</summary>
    /// <returns>True when there may be other tokens than before.</returns>
    public async ValueTask<bool> Reread() => tokens.Changes && await Task.Run(() => tokens.Reread(wait: false));

    public void Dispose() => tokens.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "The provider's tokens cannot be read anew, those at hand are used: {Sentence}")]
    private static partial void Broken(ILogger log, string sentence);
}
