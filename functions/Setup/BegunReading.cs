using System.Text.Json;
using Hotline.Flows.Checking;
using Hotline.Flows.Files;
using Hotline.Functions.Keys;
using Hotline.Localization;
using Hotline.Localization.Answers;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Hours;
using Hotline.Localization.Numbers;
using Hotline.Localization.Reading;
using Hotline.Localization.Tips;

namespace Hotline.Functions.Setup;

/// <summary>The data files while they are being read, each on whatever core is free. With two cores this takes a sixth off a start.</summary>
public sealed class BegunReading
{
    private readonly Task<WordLists> words;
    private readonly Task<AnswerBank> answers;
    private readonly Task<Catalogue[]> catalogues;
    private readonly Task<Places> places;
    private readonly Task<FlowSet> flows;

    internal BegunReading(Task<WordLists> words, Task<AnswerBank> answers, Task<Catalogue[]> catalogues, Task<Places> places, Task<FlowSet> flows) =>
        (this.words, this.answers, this.catalogues, this.places, this.flows) = (words, answers, catalogues, places, flows);

    /// <summary>Waits in a fixed order, so that of several broken files always the same one is named.</summary>
    /// <exception cref="SetupException">A file is missing or cannot be read; the sentence says which and where.</exception>
    public CheckContext Finish(string? dutyNumber, bool refuseUnverified)
    {
        try
        {
            var phrases = new Phrasebook(
                Of(catalogues),
                new Reader(Of(words), Of(places)),
                EmergencyNumbers.Parse(DataFiles.Localization("emergency-numbers.json"), refuseUnverified),
                Campaigns.Parse(DataFiles.Localization("campaigns.json")),
                dutyNumber,
                Of(answers),
                OpeningHours.Parse(DataFiles.Localization("opening-hours.json")));
            return new CheckContext(Of(flows), phrases, DataFiles.Lists("sensitive.json"), DataFiles.Lists("promising.json"), TipBook.Parse(DataFiles.Localization(TipBook.File)));
        }
        catch (Exception e) when (e is FormatException or FlowException or JsonException or InvalidOperationException or IOException)
        {
            throw new SetupException(e.Message);
        }
    }

    /// <summary>What was thrown is thrown as it was.</summary>
    private static T Of<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
