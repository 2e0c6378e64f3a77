using Microsoft.Net.Http.Headers;

namespace Hotline.Functions.Audio;

/// <summary>GET /audio/&lt;language&gt;/&lt;clip&gt;-&lt;hash&gt;.wav</summary>
public static class AudioDoor
{
    public static Task Get(HttpContext http) => Find(http).ExecuteAsync(http);

    private static IResult Find(HttpContext http)
    {
        var audio = http.RequestServices.GetRequiredService<AudioFiles>();
        if (audio.ByName((string)http.Request.RouteValues["language"]!, (string)http.Request.RouteValues["name"]!) is not { } file)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(file.File, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }
}
