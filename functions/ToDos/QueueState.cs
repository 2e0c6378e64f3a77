using Hotline.Functions.Telemetry;

namespace Hotline.Functions.ToDos;

/// <summary>What the last sweep saw, for whoever asks after our health. Counts only.</summary>
public sealed class QueueState
{
    /// <summary>Due and not done.</summary>
    public int Waiting { get; set; }

    /// <summary>What the last round found after its time; null before the first.</summary>
    public LateToDos? Late { get; set; }

    /// <summary>Given up; a person has to look.</summary>
    public int Dead { get; set; }
}
