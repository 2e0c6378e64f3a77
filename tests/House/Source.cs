using Hotline.Tests.Webhooks;

namespace Hotline.Tests.House;

/// <summary>The files of the checkout, without what is built or installed.</summary>
internal static class Source
{
    private static readonly string[] Left = ["bin", "obj", "out", ".git", ".hotline", "node_modules", "artifacts", "TestResults"];

    private static readonly string[] Binary = [".png", ".jpg", ".wav", ".mp3", ".db", ".woff2", ".ico"];

    public static IReadOnlyList<string> Files { get; } = [.. In(Repository.File()).Select(file => Path.GetRelativePath(Repository.File(), file).Replace('\\', '/')).Where(file => !Binary.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal)];

    /// <summary>What ships: everything in C# but the tests.</summary>
    public static IReadOnlyList<string> Product { get; } = [.. Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && file.Split('/')[0] is "localization" or "flows" or "functions" && file.EndsWith(".cs", StringComparison.Ordinal))];

    public static string Read(string file) => File.ReadAllText(Repository.File(file));

    /// <summary>The lines that are code: no whole-line comment.</summary>
    public static IEnumerable<(int Number, string Line)> Code(string file) =>
        Read(file).Split('\n').Select((line, n) => (n + 1, line)).Where(line => !line.line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    private static IEnumerable<string> In(string folder) =>
        Directory.GetFiles(folder).Concat(Directory.GetDirectories(folder).Where(child => !Left.Contains(Path.GetFileName(child))).SelectMany(In));
}
