namespace Hotline.Tests.Webhooks;

/// <summary>Where the checkout is, seen from the built tests.</summary>
internal static class Repository
{
    public static string File(params string[] path) => Path.Combine([Root(), .. path]);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Hotline.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests read data and scripts from the checkout: run them from a build inside it, below Hotline.sln.");
    }
}
