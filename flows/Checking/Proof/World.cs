using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Localization;

namespace Hotline.Flows.Checking.Proof;

/// <summary>What stays the same for one caller: the circumstances that one exploration is made in.</summary>
/// <param name="Phrases">With or without somebody on duty.</param>
/// <param name="Language">What this caller writes, and chooses by key.</param>
/// <param name="Now">The moment of every turn; decides whether a person answers and what is stale.</param>
/// <param name="EveryAnswer">Answers of a flow's own are told apart one by one. In one world of each language that is enough: no rule reads them together with anything else.</param>
/// <param name="Client">On the check-in line: whose phone it is at first. What is tried and stopped there changes it from turn to turn.</param>
public sealed record World(string Name, Phrasebook Phrases, string Language, string? Country, DateTimeOffset Now, bool Withheld = false, bool Staff = false, bool EveryAnswer = false, Client? Client = null)
{
    public bool OnCheckInLine => Client is not null;

    public Circumstances Caller(Channel channel, Client? client) => new(channel, Withheld && channel == Channel.Voice, Country, Staff: Staff, Client: client);
}
