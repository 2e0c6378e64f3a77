namespace Hotline.Functions.Setup;

/// <summary>Says where to go.</summary>
internal static class Greeting
{
    public static void Write(WebApplication app, TextWriter output)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        var address = app.Urls.FirstOrDefault() ?? Address.Default;
        if (settings.Development)
        {
            output.WriteLine($"Talk to it:   {address}/simulator");
            output.WriteLine($"Read reports: dotnet run --project functions -- reports   (data: {settings.DataPath})");
        }
        else
        {
            output.WriteLine($"Listening on {address} for {settings.PublicUrl}, data in {settings.DataPath}");
        }
    }
}
