using System.Buffers;
using System.IO.Pipelines;

namespace Hotline.Functions.Webhooks;

/// <summary>Reads a request body up to a limit, straight from the pipe.</summary>
internal static class WebhookBody
{
    /// <summary>Bytes. A text of 1600 Khmer characters is 15,000 when percent-encoded.</summary>
    public const int Longest = 64 * 1024;

    /// <returns>The form and 200; or no form, and 413 for a body over the limit, 400 for one that is no form or did not arrive.</returns>
    public static async ValueTask<(WebhookForm? Form, int Status)> Read(PipeReader reader, CancellationToken aborted)
    {
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(aborted);
                if (read.Buffer.Length > Longest)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    return (null, StatusCodes.Status413PayloadTooLarge);
                }

                if (read.IsCompleted || read.IsCanceled)
                {
                    var form = read.IsCanceled ? null : Parse(read.Buffer);
                    reader.AdvanceTo(read.Buffer.End);
                    return (form, form is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (BadHttpRequestException error)
        {
            return (null, error.StatusCode);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private static WebhookForm? Parse(ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
            return WebhookForm.Parse(body.FirstSpan);
        byte[] whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
        var text = whole.AsSpan(0, (int)body.Length);
        body.CopyTo(text);
        var form = WebhookForm.Parse(text);
        text.Clear();
        ArrayPool<byte>.Shared.Return(whole);
        return form;
    }
}
