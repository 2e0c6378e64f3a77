namespace Hotline.Functions.ToDos;

/// <summary>What the clock calls for. Each is a timer of the Functions host; self-hosted, one process does them all.</summary>
public enum Chore
{
    /// <summary>What is due: conversations to be filed, texts and calls to go out.</summary>
    ToDos,

    /// <summary>That no client falls out of the queue.</summary>
    CheckIns,

    /// <summary>That our store and the provider's list agree.</summary>
    Reconciler,

    /// <summary>What has had its time is taken away.</summary>
    Retention,
}

public static class ChoreNames
{
    /// <summary>As the function is called, and its row.</summary>
    public static string Name(this Chore chore) => chore switch
    {
        Chore.ToDos => "todos",
        Chore.CheckIns => "checkins",
        Chore.Reconciler => "reconciler",
        _ => "retention",
    };
}
