using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>The tests that share one browser and one gateway, one after the other.</summary>
[CollectionDefinition(nameof(BrowserTests))]
public sealed class BrowserTests : ICollectionFixture<Browser>, ICollectionFixture<OpenLine>;
