using Hotline.Functions.CheckIns;
using Hotline.Functions.Questions;
using Hotline.Functions.Returning;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Setup;

/// <summary>All that a turn needs besides conversation, store, keys and clock, for whoever takes turns without a web server too.</summary>
public static class TurnServices
{
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<CallerQueue>().AddSingleton<TurnRows>().AddSingleton<EffectRows>().AddSingleton<TurnPlan>().AddSingleton<Landing>().AddSingleton<Switchboard>()
        .AddSingleton<CheckInRows>().AddSingleton<PageKeeper>().AddSingleton<QuestionLanding>()
        .AddSingleton<FiledReports>().AddSingleton<Lookups>().AddSingleton<Withdrawing>().AddSingleton<AmendmentLanding>().AddSingleton<GuessingWatch>()
        .AddSingleton<Purge>().AddSingleton<Sweeper>();
}
