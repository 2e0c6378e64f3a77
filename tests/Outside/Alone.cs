using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>Tests that measure time or kill processes run with nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
