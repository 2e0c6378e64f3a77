using Microsoft.Net.Http.Headers;

namespace Hotline.Functions.Audio;

/// <summary>GET /audio/&lt;language&gt;/&lt;clip&gt;-&lt;hash&gt;.wav</summary>
public static class AudioDoor
{
    public static IResult Get(string language, string name, AudioFiles audio, HttpContext http)
    {
        if (audio.ByName(language, name) is not { } file)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(file.File, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }
}
