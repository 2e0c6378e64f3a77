using System.Globalization;
using Humanizer.Configuration;

namespace Hotline.Localization.Writing;

/// <summary>
/// Teaches Humanizer 2.14.1 Khmer, which it lacks: without this it answers in English. Register at start-up, before other
/// threads write: Humanizer's registries are plain dictionaries.
/// </summary>
public static class KhmerHumanizer
{
    private const string Language = "km";

    private static readonly Lock Gate = new();
    private static bool registered;

    /// <summary>Only a key into Humanizer. Never format or parse with it: what ICU writes for Khmer changes between versions.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Language);

    public static void Register()
    {
        lock (Gate)
        {
            if (registered)
                return;
            Configurator.Formatters.Register(Language, new KhmerFormatter());
            Configurator.NumberToWordsConverters.Register(Language, new KhmerNumberWords());
            Configurator.Ordinalizers.Register(Language, new KhmerOrdinalizer());
            Configurator.CollectionFormatters.Register(Language, KhmerList.And);
            Configurator.DateToOrdinalWordsConverters.Register(Language, new KhmerDate());
            Configurator.DateOnlyToOrdinalWordsConverters.Register(Language, new KhmerDate());
            Configurator.TimeOnlyToClockNotationConverters.Register(Language, new KhmerClock());
            registered = true;
        }
    }
}
