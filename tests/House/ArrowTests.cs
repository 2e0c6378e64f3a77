using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Hotline.Flows.Engine;
using Hotline.Functions.Storage;
using Hotline.Localization;
using Xunit;

namespace Hotline.Tests.House;

/// <summary>functions → flows → localization; the right-hand two touch neither clock, chance, files, network, environment nor log.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly Localization = typeof(Phrasebook).Assembly;
    private static readonly Assembly Flows = typeof(Conversation).Assembly;
    private static readonly Assembly Functions = typeof(IStore).Assembly;

    private static readonly string[] Outside = ["Microsoft.", "SQLite", "Azure.", "OpenTelemetry", "Polly", "System.Net", "System.Diagnostics.Process", "System.Security.Cryptography", "System.IO.FileSystem"];

    /// <summary>Types by full name; members as "Type.Member".</summary>
    private static readonly string[] Impure =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.StreamReader", "System.IO.StreamWriter", "System.Random", "System.Console", "System.TimeProvider",
        "System.Net.Http.HttpClient", "System.Net.Sockets.Socket", "Microsoft.Extensions.Logging.ILogger", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Diagnostics.Trace", "System.Threading.Thread",
        "System.Threading.Tasks.Task", "System.Threading.Timer", "System.Security.Cryptography.RandomNumberGenerator", "System.AppContext",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.TimeZoneInfo.get_Local",
        "System.Environment.GetEnvironmentVariable", "System.Environment.get_TickCount", "System.Environment.get_TickCount64", "System.Environment.get_MachineName", "System.Environment.Exit", "System.Globalization.CultureInfo.get_CurrentCulture",
    ];

    [Fact]
    public void Localization_knows_nothing_of_the_house() => Assert.DoesNotContain(References(Localization), name => name.StartsWith("Hotline.", StringComparison.Ordinal));

    [Fact]
    public void Flows_know_localization_only() => Assert.Equal(["Hotline.Localization"], References(Flows).Where(name => name.StartsWith("Hotline.", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_outside_is_referenced_by_the_core() =>
        Assert.Equal("", string.Join(", ", from assembly in new[] { Localization, Flows } from name in References(assembly) where Outside.Any(outside => name.StartsWith(outside, StringComparison.Ordinal)) select $"{assembly.GetName().Name} → {name}"));

    [Fact]
    public void The_core_uses_no_clock_chance_file_network_environment_or_log()
    {
        Assert.Equal([], Used(Localization).Intersect(Impure));
        Assert.Equal([], Used(Flows).Intersect(Impure));
    }

    [Fact]
    public void What_the_core_may_not_use_is_seen_where_it_is_used()
    {
        var used = Used(Functions);
        Assert.All(new[] { "System.IO.File", "System.Console", "System.TimeProvider", "System.Threading.Tasks.Task", "System.Guid.NewGuid" }, name => Assert.Contains(name, used));
        Assert.Contains(References(Functions), name => Outside.Any(outside => name.StartsWith(outside, StringComparison.Ordinal)));
    }

    private static string[] References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!).Order(StringComparer.Ordinal)];

    /// <summary>Every type and member outside itself that an assembly's code names.</summary>
    private static HashSet<string> Used(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        string Name(TypeReference type) => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
        var used = metadata.TypeReferences.Select(handle => Name(metadata.GetTypeReference(handle))).ToHashSet(StringComparer.Ordinal);
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference).Where(member => member.Parent.Kind == HandleKind.TypeReference))
            used.Add($"{Name(metadata.GetTypeReference((TypeReferenceHandle)member.Parent))}.{metadata.GetString(member.Name)}");
        return used;
    }
}
