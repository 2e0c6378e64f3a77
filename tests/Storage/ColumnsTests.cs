using FsCheck;
using FsCheck.Fluent;
using Hotline.Functions.Storage;
using Hotline.Functions.Storage.Sqlite;
using Xunit;

namespace Hotline.Tests.Storage;

public sealed class ColumnsTests
{
    [Fact]
    public void Equality_is_by_value_and_not_by_the_order_of_writing()
    {
        Assert.Equal(Columns.Of(("a", 1), ("b", "x")), Columns.Of(("b", "x"), ("a", 1)));
        Assert.Equal(Columns.Of(("a", 1), ("b", "x")).GetHashCode(), Columns.Of(("b", "x"), ("a", 1)).GetHashCode());
        Assert.NotEqual(Columns.Of(("a", 1)), Columns.Of(("a", 1.0)));
        Assert.NotEqual(Columns.Of(("a", 1)), Columns.Of(("a", 1), ("b", 1)));
        Assert.NotEqual(Columns.Of(("a", "2026-11-22")), Columns.Of(("a", new DateOnly(2026, 11, 22))));
    }

    [Fact]
    public void A_column_is_found_by_its_name()
    {
        var columns = Columns.Of(("turns", 3));
        Assert.Equal(3L, columns["turns"]!.Value.Value);
        Assert.Null(columns["seconds"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Day")]
    [InlineData("1day")]
    [InlineData("flow-version")]
    [InlineData("ថ្ងៃ")]
    public void A_name_that_not_every_store_can_hold_is_a_mistake(string name) =>
        Assert.Throws<ArgumentException>(() => Columns.Of((name, 1)));

    [Fact]
    public void What_is_not_a_plain_value_is_a_mistake()
    {
        Assert.Throws<ArgumentException>(() => Columns.Of(("a", double.NaN)));
        Assert.Throws<ArgumentException>(() => Columns.Of(("a", double.PositiveInfinity)));
        Assert.Throws<ArgumentException>(() => Columns.Of(("a", new string('x', Columns.TextLength + 1))));
        Assert.Throws<ArgumentException>(() => Columns.Of(("a", 1), ("a", 2)));
        Assert.Throws<ArgumentException>(() => Columns.Of(("a", default)));
    }

    [Fact]
    public void Any_value_survives_its_stored_form() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from text in ArbMap.Default.GeneratorFor<string>()
         from whole in ArbMap.Default.GeneratorFor<long>()
         from real in ArbMap.Default.GeneratorFor<NormalFloat>()
         from day in Gen.Choose(0, DateOnly.MaxValue.DayNumber)
         from truth in ArbMap.Default.GeneratorFor<bool>()
         select Columns.Of(("text", Whole(text)), ("whole", whole), ("real", real.Get), ("day", DateOnly.FromDayNumber(day)), ("truth", truth))).ToArbitrary(),
        columns => columns.Equals(ColumnsJson.Read(ColumnsJson.Write(columns)))));

    /// <summary>Half a surrogate pair is no text: UTF-8 cannot hold it.</summary>
    private static string Whole(string? text) => new([.. (text ?? "").Where(c => !char.IsSurrogate(c)).Take(Columns.TextLength)]);
}
