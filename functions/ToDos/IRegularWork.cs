namespace Hotline.Functions.ToDos;

/// <summary>Something that every sweep does, and that knows itself how often it is needed.</summary>
public interface IRegularWork
{
    Task Run(DateTimeOffset now, CancellationToken cancel);
}
