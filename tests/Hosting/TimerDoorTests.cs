using System.Text;
using Hotline.Functions.Hosting;
using Hotline.Functions.ToDos;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Hotline.Tests.Hosting;

/// <summary>A timer is answered in time and well, whatever becomes of its work.</summary>
public sealed class TimerDoorTests
{
    private const int Port = 7000;

    [Theory]
    [InlineData("done", null)]
    [InlineData("throws", "InvalidTimeZoneException")]
    [InlineData("throws at once", "InvalidTimeZoneException")]
    [InlineData("never ends", "too long")]
    [InlineData("ends when told", "too long")]
    public async Task It_answers_200_with_an_object_and_a_failure_is_a_word(string work, string? word)
    {
        var said = new List<(Chore, string)>();
        var door = new TimerDoor(Port, (_, _, cancel) => Work(work, cancel), (chore, failure) =>
        {
            said.Add((chore, failure));
            return Task.CompletedTask;
        })
        { Limit = TimeSpan.FromMilliseconds(40), Grace = TimeSpan.FromMilliseconds(40) };
        var http = Asked();
        await door.Post(http, Chore.Retention);
        Assert.Equal((200, "application/json", 2L), (http.Response.StatusCode, http.Response.ContentType, http.Response.ContentLength));
        Assert.Equal("{}", Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
        Assert.Equal(word is null ? [] : [(Chore.Retention, word)], said);
    }

    [Fact]
    public async Task Whoever_else_asks_finds_nothing_and_nothing_is_done()
    {
        var door = new TimerDoor(Port, (_, _, _) => throw new InvalidOperationException("Done for a stranger."), (_, _) => throw new InvalidOperationException("Told for a stranger."));
        foreach (var (name, value) in new[] { ("Host", "127.0.0.1:7001"), ("Host", "127.0.0.1"), ("Host", "[::1]:7000"), ("Host", "127.0.0.1:7000.example.org"), ("X-Azure-Functions-InvocationId", ""), ("X-Forwarded-Port", "1"), ("X-MS-INVOCATION-ID", "1") })
        {
            var http = Asked();
            if (value.Length == 0)
                http.Request.Headers.Remove(name);
            else
                http.Request.Headers[name] = value;
            await door.Post(http, Chore.ToDos);
            Assert.Equal((404, null, 0L), (http.Response.StatusCode, http.Response.ContentType, http.Response.Body.Length));
        }
    }

    [Fact]
    public void Its_limits_lie_well_under_the_hosts() => Assert.True(new TimerDoor(Port, null!, null!) is { Limit.TotalMinutes: <= 5, Grace.TotalMinutes: <= 1 } door && door.Stay < door.Limit);

    private static Task Work(string how, CancellationToken cancel) => how switch
    {
        "done" => Task.CompletedTask,
        "throws" => Task.FromException(new InvalidTimeZoneException()),
        "throws at once" => throw new InvalidTimeZoneException(),
        "never ends" => new TaskCompletionSource().Task,
        _ => Task.Delay(Timeout.Infinite, cancel),
    };

    private static DefaultHttpContext Asked()
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.Headers.Host = "127.0.0.1:7000";
        http.Request.Headers["X-Azure-Functions-InvocationId"] = "4a0e";
        http.Response.Body = new MemoryStream();
        return http;
    }
}
