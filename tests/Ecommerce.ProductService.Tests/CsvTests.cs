using System.Text;
using Ecommerce.ProductService.Application.Import;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.ProductService.Tests;

public sealed class CsvTests
{
    [Fact]
    public void What_is_written_is_read_again_whatever_it_holds() => Prop.ForAll(Records().ToArbitrary(), record =>
    {
        var text = new StringBuilder();
        for (var index = 0; index < record.Length; index++)
        {
            Csv.Write(text, record[index], index == 0);
        }

        var bytes = Encoding.UTF8.GetBytes(text + "\r\nthe next,one\r\n");
        var length = Csv.RecordLength(bytes);
        length.ShouldBe(Encoding.UTF8.GetByteCount(text.ToString()) + 2);
        var fields = new List<string>();
        Csv.Split(bytes.AsSpan(0, length), fields);
        fields.ShouldBe(record);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a,\"b")]
    [InlineData("a,\"b\"c")]
    public void Quotes_that_do_not_fit_are_refused(string record) => Should.Throw<FormatException>(() => Csv.Split(Encoding.UTF8.GetBytes(record), []));

    private static Gen<string[]> Records() =>
        Gen.Elements("", "a", "b c", ",", "\"", "\"\"", "line\nbreak", "é", "x,\"y\"").ArrayOf().Where(fields => fields.Length > 0);
}
