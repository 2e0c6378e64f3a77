namespace Hotline.Functions.ToDos;

/// <summary>Something that belongs to a chore, and that knows itself how often it is needed. Two at once, in two processes, change nothing twice.</summary>
public interface IRegularWork
{
    Chore Chore { get; }

    Task Run(DateTimeOffset now, CancellationToken cancel);
}
