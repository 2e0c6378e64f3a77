using Hotline.Functions.Keys;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Keys;

/// <summary>Everything is rotated while people talk the whole time, over two gateways on one database.</summary>
[Collection(Alone.Name)]
public sealed class RotationLoadTests
{
    private const int People = 6;

    [Fact]
    public async Task Keys_and_token_are_rotated_rows_sealed_anew_and_old_keys_retired_while_people_talk_and_nobody_notices()
    {
        var wrong = await Rotated(deaf: false);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.GroupBy(one => one).Select(group => $"{group.Count()} times: {group.Key}")));
    }

    /// <summary>The same eyes see a process that keeps the keys it started with.</summary>
    [Fact]
    public async Task A_process_that_does_not_reread_its_keys_is_noticed() => Assert.NotEmpty(await Rotated(deaf: true));

    private static async Task<IReadOnlyList<string>> Rotated(bool deaf)
    {
        using var secrets = new Scratch();
        await File.WriteAllTextAsync(secrets.Path("Provider__AuthToken"), Signed.Token);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(secrets.Path("Provider__AuthToken"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var pair = await Pair.Start(deaf, $"--Hotline:SecretsPath={secrets.Folder}");
        var load = new TalkLoad(pair);
        var old = pair.First.Services.GetRequiredService<LivingRing>().Now;
        using var stop = new CancellationTokenSource();
        var talk = load.Run(People, stop.Token);
        await load.Meanwhile(60);
        foreach (var purpose in new[] { "pseudonym", "seal", "receipt", "turn" })
            Assert.Equal(0, (await pair.Keys("rotate", purpose)).Code);
        Assert.Equal(0, (await pair.Keys(Signed.NextToken, ["token"], $"--Hotline:SecretsPath={secrets.Folder}")).Code);
        for (var minutes = 0; minutes < 24; minutes += 2)
        {
            await load.Meanwhile(40);
            if (minutes == 6)
                load.Tokens = [Signed.Token, Signed.NextToken];
            pair.Pass(TimeSpan.FromMinutes(2));
        }

        List<string> wrong = [];
        load.Tokens = [Signed.NextToken];
        await load.Meanwhile(40);
        Assert.Equal(0, (await pair.Keys("", ["token", "--done"], $"--Hotline:SecretsPath={secrets.Folder}")).Code);
        if (!await Retired(pair, load, old.Current(KeyPurpose.Seal).Id))
            wrong.Add("the old seal key is needed for ever");
        await load.Meanwhile(60);
        await stop.CancelAsync();
        await talk;

        // A month later the others can go too, again while people talk.
        pair.Pass(TimeSpan.FromDays(32));
        await pair.First.Sweep();
        using var again = new CancellationTokenSource();
        talk = load.Run(People, again.Token);
        await load.Meanwhile(60);
        if (!await Retired(pair, load, old.Current(KeyPurpose.Pseudonym).Id) || !await Retired(pair, load, old.Current(KeyPurpose.Turn).Id))
            wrong.Add("an old key is needed for ever");
        pair.Pass(TimeSpan.FromMinutes(6));
        await load.Meanwhile(60);
        await again.CancelAsync();
        await talk;
        // Reports were filed under it, and nobody knows their codes.
        Assert.Equal(1, (await pair.Keys("retire", old.Current(KeyPurpose.Receipt).Id)).Code);
        return [.. wrong, .. await load.Judge(old.Current(KeyPurpose.Seal).Id, old.Current(KeyPurpose.Pseudonym).Id, old.Current(KeyPurpose.Turn).Id)];
    }

    private static async Task<bool> Retired(Pair pair, TalkLoad load, string key)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            await pair.Keys("reseal");
            if ((await pair.Keys("retire", key)).Code == 0)
                return true;
            await load.Meanwhile(20);
        }

        return false;
    }
}
