using Hotline.Functions.ToDos;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Hotline.Tests.Hosting;

/// <summary>Functions and routes are two lists of the same doors.</summary>
public sealed class FunctionListTests
{
    private static IReadOnlyList<HostedFunction> Functions { get; } = HostedFunction.In(Repository.File("functions", "Hosting", "doors"));

    [Fact]
    public async Task Each_first_segment_of_a_route_is_a_function_with_its_methods_and_each_function_a_route()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder);
        var routes = Routes(gateway);
        Assert.True(routes.Count >= 9);
        Assert.Empty(Differences(routes, Functions));
    }

    [Fact]
    public async Task A_route_without_its_function_a_function_without_a_route_and_a_door_for_everything_are_seen()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder);
        var routes = Routes(gateway);
        Assert.Contains("/new has no function", Differences([.. routes, ("new", ["POST"], 1)], Functions));
        Assert.Contains("sms takes no DELETE", Differences([.. routes, ("sms", ["DELETE"], 1)], Functions));
        Assert.Contains("sms ends at its first segment", Differences([.. routes, ("sms", ["POST"], 2)], Functions));
        Assert.Contains("old has no route", Differences(routes, [.. Functions, new("old", "httpTrigger", "old", ["post"], "anonymous", null, true)]));
        Assert.Contains("all is a door for everything", Differences(routes, [.. Functions, new("all", "httpTrigger", "{*path}", ["post"], "anonymous", null, true)]));
        Assert.Contains("sms takes get, and nobody answers", Differences(routes, [.. Functions.Where(function => function.Name != "sms"), new("sms", "httpTrigger", "sms", ["post", "get"], "anonymous", null, true)]));
        Assert.Contains("sms needs a key", Differences(routes, [.. Functions.Where(function => function.Name != "sms"), new("sms", "httpTrigger", "sms", ["post"], "function", null, true)]));
    }

    [Fact]
    public void Each_chore_is_a_timer_and_each_timer_a_chore() =>
        Assert.Equal(Enum.GetValues<Chore>().Select(chore => chore.Name()).Order(), Functions.Where(function => function.IsTimer).Select(function => function.Name));

    [Fact]
    public void No_request_has_the_name_of_a_timer() =>
        Assert.Empty(Functions.Where(function => function.IsHttp).Select(function => function.Route!.Split('/')[0]).Intersect(Functions.Where(function => function.IsTimer).Select(function => function.Name)));

    [Fact]
    public void The_hosts_list_of_schedules_is_written_down()
    {
        var readme = File.ReadAllText(Repository.File("functions", "Hosting", "doors", "README.md"));
        Assert.All(Functions.Where(function => function.IsTimer), timer => Assert.Contains($"| `{timer.Name}` |", readme, StringComparison.Ordinal));
        Assert.Equal(["0 7 * * * *", "30 */5 * * * *", "0 23 * * * *", "*/15 * * * * *"], Functions.Where(function => function.IsTimer).Select(function => function.Schedule));
    }

    private static List<(string First, string[] Methods, int Segments)> Routes(Served gateway) =>
        [.. gateway.Endpoints.Select(endpoint => (
            endpoint.RoutePattern.PathSegments[0].Parts.OfType<Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart>().Single().Content,
            endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.ToArray(),
            endpoint.RoutePattern.PathSegments.Count))];

    private static IEnumerable<string> Differences(IReadOnlyList<(string First, string[] Methods, int Segments)> routes, IReadOnlyList<HostedFunction> functions)
    {
        var http = functions.Where(function => function.IsHttp).ToList();
        foreach (var (first, methods, segments) in routes)
            if (http.FirstOrDefault(function => function.Route!.Split('/')[0] == first) is not { } function)
            {
                yield return $"/{first} has no function";
            }
            else
            {
                foreach (var method in methods.Where(method => !function.Methods.Contains(method, StringComparer.OrdinalIgnoreCase)))
                    yield return $"{first} takes no {method}";
                if (segments > 1 && function.Route != first + "/{*rest}")
                    yield return $"{first} ends at its first segment";
            }

        foreach (var function in http)
        {
            var first = function.Route!.Split('/')[0];
            var own = routes.Where(route => route.First == first).ToList();
            if (first.Contains('{', StringComparison.Ordinal))
                yield return $"{function.Name} is a door for everything";
            else if (own.Count == 0)
                yield return $"{function.Name} has no route";
            if (function.Name != first)
                yield return $"{function.Name} is not called as its segment";
            foreach (var method in function.Methods.Where(method => own.Count > 0 && !own.Any(route => route.Methods.Contains(method, StringComparer.OrdinalIgnoreCase))))
                yield return $"{function.Name} takes {method}, and nobody answers";
            if (function.AuthLevel != "anonymous")
                yield return $"{function.Name} needs a key";
            if (!function.Proxied)
                yield return $"{function.Name} is not proxied";
        }
    }
}
