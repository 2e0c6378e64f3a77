namespace Hotline.Flows.Checking.Proof;

/// <summary>Inputs by the id of the spot; int.MaxValue where there is no way.</summary>
internal sealed record Distances(int[] Help, int[] Stop, int[] Erase);
