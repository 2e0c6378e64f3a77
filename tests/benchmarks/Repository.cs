namespace Hotline.Benchmarks;

/// <summary>The checkout that this program was built in: its test data is read where it lies.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Hotline.sln")))
                return at.FullName;
        throw new DirectoryNotFoundException("Run this from inside the checkout: it reads the questions and conversations of the tests.");
    }
}
