namespace Hotline.Functions.Storage;

/// <summary>A store that can say whether it takes writes now, by making one.</summary>
public interface IProbe
{
    ValueTask<bool> AcceptsWrites();
}
