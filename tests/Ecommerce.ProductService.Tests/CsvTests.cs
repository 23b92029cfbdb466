using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using CsvHelper;
using Ecommerce.ProductService.Application.Import;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.ProductService.Tests;

/// <summary>How an import reads its lines: one by one, and on from any of them.</summary>
public sealed class CsvTests
{
    private const string Header = "handle,sku,description";

    [Fact]
    public void Reading_goes_on_at_any_line_whatever_the_lines_hold() => Prop.ForAll(Files().ToArbitrary(), file =>
    {
        var bytes = Encoding.UTF8.GetBytes(Written(file.Descriptions, file.LineBreak, file.EndsWithLineBreak));
        var (texts, positions) = ReadAsync(bytes, 0, null).GetAwaiter().GetResult();
        texts.ShouldBe(file.Descriptions);
        for (var line = 0; line < positions.Count; line++)
        {
            ReadAsync(bytes, positions[line], Header).GetAwaiter().GetResult().Texts.ShouldBe(file.Descriptions[line..]);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_quote_in_the_middle_of_a_field_is_text_and_takes_no_other_line_with_it() =>
        (await ReadAsync(Encoding.UTF8.GetBytes($"{Header}\na,1,12\" pan\na,1,plain\na,1,a \"b\" c\n"), 0, null)).Texts.ShouldBe(["12\" pan", "plain", "a \"b\" c"]);

    [Theory]
    [InlineData("a,1,\"b\"c\nb,2,good\n", "A quote ends in the middle of a field.", true)]
    [InlineData("a,1,\"b\nb,2,lost\n", "A quote is not closed.", false)]
    public async Task A_line_whose_quotes_do_not_fit_is_refused(string lines, string reason, bool isNextLineRead)
    {
        await using var reader = await OpenAsync(Encoding.UTF8.GetBytes($"{Header}\n{lines}"), 0, null);
        (await reader.ReadAsync(CancellationToken.None)).ShouldBeTrue();
        Should.Throw<RowFormatException>(() => reader.Row(2)).Message.ShouldBe(reason);
        (await reader.ReadAsync(CancellationToken.None)).ShouldBe(isNextLineRead);
        if (isNextLineRead)
        {
            reader.Row(3).Description.ShouldBe("good");
        }
    }

    [Fact]
    public async Task Empty_lines_are_lines_and_a_byte_order_mark_is_no_part_of_the_header()
    {
        await using var reader = await OpenAsync(Encoding.UTF8.GetBytes($"\uFEFF{Header}\r\n\r\na,1,b\r\n"), 0, null);
        (await reader.ReadAsync(CancellationToken.None)).ShouldBeTrue();
        reader.IsEmpty.ShouldBeTrue();
        (await reader.ReadAsync(CancellationToken.None)).ShouldBeTrue();
        reader.IsEmpty.ShouldBeFalse();
        reader.Row(3).Sku.ShouldBe("1");
        reader.Header.ShouldBe(Header);
        (await reader.ReadAsync(CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_line_without_end_is_not_read_into_memory()
    {
        var endless = Encoding.UTF8.GetBytes($"{Header}\na,1,\"{new string('x', 3 * IRowReader.LongestLine)}");
        await using var csv = await OpenAsync(endless, 0, null);
        (await Should.ThrowAsync<RowFormatException>(async () => await csv.ReadAsync(CancellationToken.None))).Code.ShouldBe("import.record_too_long");

        await using var json = new JsonRowReader(PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(new string('x', 3 * IRowReader.LongestLine)))), 0);
        (await Should.ThrowAsync<RowFormatException>(async () => await json.ReadAsync(CancellationToken.None))).Code.ShouldBe("import.record_too_long");
    }

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    [InlineData("\n", false)]
    public async Task Lines_of_JSON_are_read_on_from_any_line_too(string lineBreak, bool endsWithLineBreak)
    {
        string[] skus = ["one", "", "three", new string('4', 10_000)];
        var text = string.Join(lineBreak, skus.Select(sku => sku.Length == 0 ? "" : $$"""{"handle":"a","sku":"{{sku}}"}""")) + (endsWithLineBreak ? lineBreak : "");
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var (position, first) = (0L, 0); first < skus.Length; first++)
        {
            await using var reader = new JsonRowReader(PipeReader.Create(new MemoryStream(bytes[(int)position..]), new StreamPipeReaderOptions(bufferSize: 64, minimumReadSize: 1)), position);
            for (var line = first; line < skus.Length; line++)
            {
                (await reader.ReadAsync(CancellationToken.None)).ShouldBeTrue();
                (reader.IsEmpty ? "" : reader.Row(line).Sku).ShouldBe(skus[line]);
                if (line == first)
                {
                    position = await reader.PositionAsync(CancellationToken.None);
                }
            }

            (await reader.ReadAsync(CancellationToken.None)).ShouldBeFalse();
            (await reader.PositionAsync(CancellationToken.None)).ShouldBe(bytes.Length);
        }
    }

    private static async Task<(List<string?> Texts, List<long> Positions)> ReadAsync(byte[] bytes, long position, string? header)
    {
        var (texts, positions) = (new List<string?>(), new List<long>());
        await using var reader = await OpenAsync(bytes, position, header);
        for (positions.Add(await reader.PositionAsync(CancellationToken.None)); await reader.ReadAsync(CancellationToken.None); positions.Add(await reader.PositionAsync(CancellationToken.None)))
        {
            var row = reader.Row(0);
            (row.Handle, row.Sku).ShouldBe(("a", "1"));
            texts.Add(row.Description ?? "");
        }

        positions.RemoveAt(positions.Count - 1);
        return (texts, positions);
    }

    private static Task<CsvRowReader> OpenAsync(byte[] bytes, long position, string? header) =>
        CsvRowReader.OpenAsync(PipeReader.Create(new ReadOnlySequence<byte>(bytes.AsMemory((int)position))), position, header, CancellationToken.None);

    private static string Written(string[] descriptions, string lineBreak, bool endsWithLineBreak)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = lineBreak }, leaveOpen: true))
        {
            csv.WriteHeader(Header.Split(','));
            foreach (var description in descriptions)
            {
                csv.WriteRecord("a", "1", description);
            }
        }

        return endsWithLineBreak ? text.ToString() : text.ToString()[..^lineBreak.Length];
    }

    private static Gen<(string[] Descriptions, string LineBreak, bool EndsWithLineBreak)> Files() =>
        from descriptions in Gen.Elements("", "a", "b c", ",", "\"", "\"\"", "line\nbreak", "line\r\nbreak", "é", "x,\"y\"").ArrayOf()
        from lineBreak in Gen.Elements("\n", "\r\n")
        from endsWithLineBreak in Gen.Elements(true, false)
        select (descriptions, lineBreak, endsWithLineBreak);
}
