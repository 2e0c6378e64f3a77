using Hotline.Flows.Engine;
using Hotline.Localization.Khmer;

namespace Hotline.Flows.Checking;

/// <summary>Where anyone may be listening, no word tells what this line is for.</summary>
internal static class NeutralRules
{
    public static IEnumerable<Finding> Sensitive(CheckContext context) =>
        (from said in context.Said
         where said.Neutral
         from catalogue in context.Phrases.Catalogues
         let prompt = catalogue.Find(said.Key)
         let template = said.Channel == Channel.Text ? prompt?.Text : prompt?.Voice
         where template is not null
         let text = KhmerText.Normalize(template.Source)
         from word in context.Sensitive.GetValueOrDefault(catalogue.Language, [])
         where text.Contains(word, StringComparison.Ordinal)
         select new Finding(catalogue.File, said.Key, $"it has to be neutral and says \"{word}\"")).Distinct();
}
