using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>
/// The variants of a segment's products, one after the other: about 20 bytes each and 8 a currency. Products with one variant have none here: what is
/// true of it is true of its product.
/// </summary>
internal sealed class VariantColumns
{
    private readonly int[] _starts;
    private readonly int[] _optionStarts;
    private readonly int[] _options;
    private readonly bool[] _inStock;
    private readonly Dictionary<string, long[]> _prices = [];

    public VariantColumns(AtomicReader reader, Func<int, ReadOnlySpan<int>> facets, IEnumerable<KeyValuePair<string, long[]>> productPrices)
    {
        _starts = new int[reader.MaxDoc + 1];
        List<int> optionStarts = [0], options = [];
        List<bool> inStock = [];
        var column = reader.GetBinaryDocValues(Fields.Variants);
        var value = new BytesRef();
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            column?.Get(document, value);
            var own = facets(document);
            for (ReadOnlySpan<byte> bytes = value.Bytes.AsSpan(value.Offset, value.Length); !bytes.IsEmpty;)
            {
                var head = VariantCodec.Read(ref bytes);
                for (var option = head >> 1; option > 0; option--)
                {
                    options.Add(own[(int)VariantCodec.Read(ref bytes)]);
                }

                optionStarts.Add(options.Count);
                inStock.Add((head & 1) != 0);
            }

            _starts[document + 1] = inStock.Count;
        }

        (_optionStarts, _options, _inStock) = ([.. optionStarts], [.. options], [.. inStock]);
        foreach (var (currency, ofProducts) in productPrices)
        {
            _prices[currency] = ReadPrices(reader, currency, ofProducts);
        }
    }

    /// <summary>The numbers of a product's variants; none where it has one alone.</summary>
    public (int From, int To) Of(int document) => (_starts[document], _starts[document + 1]);

    /// <summary>The facets' values that it has as options.</summary>
    public ReadOnlySpan<int> Options(int variant) => _options.AsSpan(_optionStarts[variant].._optionStarts[variant + 1]);

    public bool IsInStock(int variant) => _inStock[variant];

    /// <summary>Prices in a currency and one more each; 0 where there is none. Null where no product of the segment has one.</summary>
    public long[]? Prices(string currency) => _prices.GetValueOrDefault(currency);

    // Where a product says nothing of its variants, all cost what it does.
    private long[] ReadPrices(AtomicReader reader, string currency, long[] ofProducts)
    {
        var prices = new long[_inStock.Length];
        var column = reader.GetBinaryDocValues(Fields.VariantPrices + currency);
        var value = new BytesRef();
        for (var document = 0; document < ofProducts.Length; document++)
        {
            column?.Get(document, value);
            var own = prices.AsSpan(_starts[document].._starts[document + 1]);
            if (value.Length == 0)
            {
                own.Fill(ofProducts[document]);
                continue;
            }

            ReadOnlySpan<byte> bytes = value.Bytes.AsSpan(value.Offset, value.Length);
            foreach (ref var price in own)
            {
                price = (long)VariantCodec.Read(ref bytes);
            }
        }

        return prices;
    }
}
