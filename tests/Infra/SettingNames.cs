using System.Text.RegularExpressions;
using Hotline.Tests.House;

namespace Hotline.Tests.Infra;

/// <summary>Every setting that some line of the product asks the configuration for, as an environment variable is written.</summary>
internal static partial class SettingNames
{
    public static IReadOnlySet<string> Read { get; } = Source.Product.Where(file => file.StartsWith("functions/", StringComparison.Ordinal))
        .SelectMany(file => Name().Matches(Source.Read(file)).Select(match => match.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("\"((?:Hotline|Provider|Storage):[A-Za-z]+|OTEL_[A-Z_]+|ASPNETCORE_URLS)\"")]
    private static partial Regex Name();
}
