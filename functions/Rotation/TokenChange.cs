using Hotline.Functions.Keys;

namespace Hotline.Functions.Rotation;

/// <summary>A new auth token of the provider's beside the old one, and later without it.</summary>
public sealed class TokenChange(ITokenSource source)
{
    private const int Shortest = 16;
    private const int Longest = 256;

    /// <returns>One sentence; false when nothing was changed.</returns>
    public (bool Done, string Sentence) Begin(string? given)
    {
        var token = given?.Trim() ?? "";
        if (token.Length is < Shortest or > Longest || !token.All(c => c is > ' ' and <= '~'))
            return (false, "Write the new token, and nothing else, to standard input: it has at least 16 letters and digits.");
        var now = source.Read();
        if (now[0] == token)
            return (false, "This is the present token already. Nothing was changed.");
        source.Write(token, now[0]);
        return (true, "Both tokens are accepted within five minutes; then make the new one the primary token at the provider, and say `keys token --done` when webhooks come signed with it.");
    }

    /// <returns>One sentence; false when nothing was changed.</returns>
    public (bool Done, string Sentence) End()
    {
        if (source.Read() is not [var token, _])
            return (false, "There is one token only. Nothing was changed.");
        source.Write(token, previous: null);
        return (true, "The old token is accepted for five minutes more.");
    }
}
