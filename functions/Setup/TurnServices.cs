using Hotline.Functions.Alerts;
using Hotline.Functions.Cases;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Providers;
using Hotline.Functions.Questions;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Tips;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hotline.Functions.Setup;

/// <summary>All that a turn and a sweep need besides conversation, store, keys and clock, for whoever takes turns without a web server too.</summary>
public static class TurnServices
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.TryAddSingleton(new OutreachSettings());
        services.TryAddSingleton<ProviderWatch>();
        services.TryAddSingleton<OptOuts>();
        // Beside everything else, where nobody gave them a store of their own.
        services.TryAddSingleton(provider => new CaseStore(provider.GetRequiredService<IStore>()));
        services.AddSingleton<CaseKeys>().AddSingleton<CaseSealer>();
        return services
            .AddSingleton<CallerQueue>().AddSingleton<CallerSearch>().AddSingleton<TurnRows>().AddSingleton<EffectRows>().AddSingleton<TurnPlan>().AddSingleton<Landing>().AddSingleton<LateTurns>().AddSingleton<Switchboard>()
            .AddSingleton<CheckInRows>().AddSingleton<PageKeeper>().AddSingleton<QuestionLanding>()
            .AddSingleton<RecordingBook>().AddSingleton<FiledReports>().AddSingleton<Lookups>().AddSingleton<Withdrawing>().AddSingleton<AmendmentLanding>()
            .AddSingleton<IRegularWork, AnswerPurge>().AddSingleton<IRegularWork, Purge>().AddSingleton<IRegularWork, GuessingWatch>()
            .AddSingleton<TipRows>().AddSingleton<TipJoining>()
            .AddSingleton<ToDoRows>().AddSingleton<AlertRows>().AddSingleton<ContactAgenda>().AddSingleton<Rate>().AddSingleton<Worker>().AddSingleton<QueueState>().AddSingleton<Nudge>().AddSingleton<Sweeper>();
    }
}
