using Hotline.Functions;
using Hotline.Functions.Backup;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Tests.Keys;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Backup;

/// <summary>Backups of a hotline that runs, and what may be restored from them.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
    private readonly BackupKey key;

    public BackupTests()
    {
        BackupKey.Make(scratch.Path("backup.key"));
        key = BackupKey.Read(scratch.Path("backup.key"));
    }

    private Backups Backups => new(clock);

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_backup_under_load_is_restored_elsewhere_and_every_receipt_given_before_it_opens_its_report()
    {
        await using var pair = await Pair.Start();
        var load = new TalkLoad(pair);
        using var stop = new CancellationTokenSource();
        var talk = load.Run(4, stop.Token);
        await load.Meanwhile(80);
        var before = load.Receipts.ToList();
        Make(pair, "hotline.backup", BackupKind.Database);
        Make(pair, "cases.backup", BackupKind.Cases);
        await load.Meanwhile(40);
        await stop.CancelAsync();
        await talk;
        Assert.NotEmpty(before);
        Assert.False(scratch.Holds("SQLite format 3"u8));

        using var elsewhere = new Scratch();
        File.Copy(Path.Combine(pair.Folder, "keys"), elsewhere.Path("keys"));
        var ring = KeyRing.OpenOrCreate(elsewhere.Path("keys"), dataExists: true);
        Assert.True(Backups.Restore(scratch.Path("hotline.backup"), elsewhere.Path("hotline.db"), key, ring) > before.Count);
        Backups.Restore(scratch.Path("cases.backup"), elsewhere.Path("cases.db"), key, ring);
        await using var restored = await Served.Start(elsewhere.Folder, development: true, clock: new FakeClock(clock.GetUtcNow()));
        var (reports, names) = (restored.Services.GetRequiredService<FiledReports>(), restored.Services.GetRequiredService<Pseudonyms>());
        foreach (var receipt in before)
            Assert.NotNull(await reports.Read(names.OfReceipt(receipt)));
        Assert.Empty(Directory.GetFiles(pair.Folder, "*.part"));
    }

    [Fact]
    public async Task A_report_that_was_taken_back_does_not_open_from_an_older_backup_with_the_case_keys_of_today()
    {
        await using var pair = await Pair.Start();
        var (kept, withdrawn) = (await Tell(pair), await Tell(pair));
        Make(pair, "hotline.backup", BackupKind.Database);
        Make(pair, "cases.old", BackupKind.Cases);
        var hash = pair.First.Services.GetRequiredService<Pseudonyms>().OfReceipt(withdrawn);
        await pair.First.Services.GetRequiredService<AmendmentLanding>().Land(new LandedAmendment([hash], "withdrawal", new StoredAmendment(new DateOnly(2026, 11, 22), 0, StoredAmendment.Withdrawal, null, "", null)), default);
        Make(pair, "cases.now", BackupKind.Cases);
        foreach (var (cases, opens) in new[] { ("cases.now", false), ("cases.old", true) })
        {
            using var elsewhere = new Scratch();
            File.Copy(Path.Combine(pair.Folder, "keys"), elsewhere.Path("keys"));
            var ring = KeyRing.OpenOrCreate(elsewhere.Path("keys"), dataExists: true);
            Backups.Restore(scratch.Path("hotline.backup"), elsewhere.Path("hotline.db"), key, ring);
            Backups.Restore(scratch.Path(cases), elsewhere.Path("cases.db"), key, ring);
            await using var restored = await Served.Start(elsewhere.Folder, development: true, clock: new FakeClock(clock.GetUtcNow()));
            var (reports, names) = (restored.Services.GetRequiredService<FiledReports>(), restored.Services.GetRequiredService<Pseudonyms>());
            Assert.NotNull(await reports.Read(names.OfReceipt(kept)));
            // The older keys are what bring it back: that is why they are refused after a week.
            Assert.Equal(opens, await reports.Read(names.OfReceipt(withdrawn)) is not null);
        }
    }

    [Fact]
    public async Task Old_backups_of_case_keys_are_refused_and_deleted_by_the_next_one_and_others_stay()
    {
        await using var pair = await Pair.Start();
        Make(pair, "cases.old", BackupKind.Cases);
        Make(pair, "hotline.old", BackupKind.Database);
        clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        var ring = new FileKeys(Path.Combine(pair.Folder, "keys")).Read();
        Assert.Contains("older than 7 days", Refused("cases.old", ring).Message, StringComparison.Ordinal);
        Make(pair, "cases.new", BackupKind.Cases);
        Assert.Equal(["cases.old"], Backups.DropOldCases(scratch.Folder));
        Assert.Equal(["backup.key", "cases.new", "hotline.old"], Directory.GetFiles(scratch.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(Backups.Restore(scratch.Path("hotline.old"), scratch.Path("restored.db"), key, ring) >= 0);
    }

    [Fact]
    public async Task A_backup_that_was_cut_or_changed_anywhere_is_refused_and_nothing_is_written()
    {
        await using var pair = await Pair.Start();
        await pair.Store.Commit("00", [new Functions.Storage.Insert("kept|large", new byte[200_000])]);
        Make(pair, "hotline.backup", BackupKind.Database);
        var ring = new FileKeys(Path.Combine(pair.Folder, "keys")).Read();
        var whole = await File.ReadAllBytesAsync(scratch.Path("hotline.backup"));
        Assert.True(whole.Length > 2 * 64 * 1024);
        var chunk = (64 * 1024) + 16;
        foreach (var length in new[] { 0, 10, BackupFile.HeaderLength, BackupFile.HeaderLength + 5, BackupFile.HeaderLength + chunk, BackupFile.HeaderLength + (2 * chunk), whole.Length - 1 })
            Judge(whole[..length]);
        for (var at = 0; at < whole.Length; at += 1 + (whole.Length / 60))
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            Judge(changed);
        }

        // Two chunks changed places.
        Judge([.. whole[..BackupFile.HeaderLength], .. whole[(BackupFile.HeaderLength + chunk)..(BackupFile.HeaderLength + (2 * chunk))], .. whole[BackupFile.HeaderLength..(BackupFile.HeaderLength + chunk)], .. whole[(BackupFile.HeaderLength + (2 * chunk))..]]);
        Judge([.. whole, 0]);
        Assert.True(Backups.Restore(scratch.Path("hotline.backup"), scratch.Path("restored.db"), key, ring) > 0);

        void Judge(byte[] bytes)
        {
            File.WriteAllBytes(scratch.Path("broken"), bytes);
            Refused("broken", ring);
        }
    }

    [Fact]
    public async Task Nothing_is_written_over_and_foreign_keys_are_noticed()
    {
        await using var pair = await Pair.Start();
        await Tell(pair);
        Make(pair, "hotline.backup", BackupKind.Database);
        var ring = new FileKeys(Path.Combine(pair.Folder, "keys")).Read();
        await File.WriteAllTextAsync(scratch.Path("there.db"), "mine");
        Assert.Contains("not written over", Assert.Throws<SetupException>(() => Backups.Restore(scratch.Path("hotline.backup"), scratch.Path("there.db"), key, ring)).Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(scratch.Path("there.db")));
        Assert.Throws<SetupException>(() => Make(pair, "hotline.backup", BackupKind.Database));
        Assert.Contains("do not open", Refused("hotline.backup", KeyRing.OpenOrCreate(scratch.Path("others"), dataExists: false)).Message, StringComparison.Ordinal);
        BackupKey.Make(scratch.Path("second.key"));
        Assert.Throws<SetupException>(() => Backups.Restore(scratch.Path("hotline.backup"), scratch.Path("to.db"), BackupKey.Read(scratch.Path("second.key")), ring));
        Assert.Throws<SetupException>(() => BackupKey.Make(scratch.Path("second.key")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(scratch.Path("hotline.backup")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(200_000)]
    public void A_file_of_any_length_comes_back_as_it_was(int length)
    {
        var plain = new byte[length];
        Random.Shared.NextBytes(plain);
        using var into = new MemoryStream();
        BackupFile.Seal(new MemoryStream(plain), into, key, BackupKind.Cases, clock.GetUtcNow());
        into.Position = 0;
        Assert.Equal((BackupKind.Cases, clock.GetUtcNow()), BackupFile.Look(into));
        into.Position = 0;
        using var back = new MemoryStream();
        Assert.True(BackupFile.Open(into, back, key));
        Assert.Equal(plain, back.ToArray());
    }

    private void Make(Pair pair, string name, BackupKind kind) =>
        Backups.Make(Path.Combine(pair.Folder, kind == BackupKind.Cases ? "cases.db" : "hotline.db"), scratch.Path(name), key, kind);

    private SetupException Refused(string name, KeyRing ring)
    {
        var refusal = Assert.Throws<SetupException>(() => Backups.Restore(scratch.Path(name), scratch.Path("to.db"), key, ring));
        Assert.Empty(Directory.GetFiles(scratch.Folder, "to.db*"));
        return refusal;
    }

    private static async Task<string> Tell(Pair pair)
    {
        Heard heard = null!;
        var from = Carrier.Number();
        foreach (var said in new[] { Reopened.Story, "1", "2", "2", "2", "1" })
            heard = await pair.First.Carrier.Text(from, said);
        return heard.Receipt!;
    }
}
