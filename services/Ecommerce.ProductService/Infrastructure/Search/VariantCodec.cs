using Lucene.Net.Util;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>
/// A product's variants in two fields of its document, as numbers of variable length. The first has, a variant, twice the number of its options and one more
/// where it is in stock, then each option's place among the product's own facets in the order of the index. The others have, a currency, the variants' prices
/// and one more each, 0 where it has none.
/// </summary>
internal static class VariantCodec
{
    public static BytesRef Write(IReadOnlyList<IndexedVariant> variants, BytesRef[] facets)
    {
        var bytes = new List<byte>(variants.Count * 4);
        foreach (var variant in variants)
        {
            Write(bytes, ((ulong)variant.Options.Count << 1) | (variant.InStock ? 1UL : 0));
            foreach (var (name, value) in variant.Options)
            {
                Write(bytes, (ulong)Array.BinarySearch(facets, new BytesRef(FacetTerm.Option(name, value))));
            }
        }

        return new BytesRef([.. bytes]);
    }

    public static BytesRef Write(IEnumerable<long> prices)
    {
        var bytes = new List<byte>();
        foreach (var price in prices)
        {
            Write(bytes, (ulong)price);
        }

        return new BytesRef([.. bytes]);
    }

    public static ulong Read(ref ReadOnlySpan<byte> bytes)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }

    private static void Write(List<byte> bytes, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            bytes.Add((byte)(number | 0x80));
        }

        bytes.Add((byte)number);
    }
}
