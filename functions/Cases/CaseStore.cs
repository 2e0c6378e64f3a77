using Hotline.Functions.Storage;

namespace Hotline.Functions.Cases;

/// <summary>A store of its own for the keys of cases: its backups are few and short-lived, so that what is deleted here is gone from every backup of the other.</summary>
public sealed record CaseStore(IStore Store, IShards? Shards = null);
