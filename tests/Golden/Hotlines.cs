using Hotline.Flows.Checking;
using Hotline.Flows.Engine;
using Hotline.Functions.Setup;

namespace Hotline.Tests.Golden;

/// <summary>The flows, catalogues and lists that the program ships, loaded once.</summary>
internal static class Hotlines
{
    public static CheckContext Context { get; } = DataFiles.Load();

    public static Conversation Conversation { get; } = new(Context.Flows, Context.Phrases);

    /// <summary>The same with a person on duty.</summary>
    public static Conversation Staffed { get; } = new(Context.Flows, DataFiles.Load(dutyNumber: "+85512000001").Phrases);
}
