using System.Buffers.Binary;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>Turns products into the index's documents. One writer uses one.</summary>
internal sealed class ProductDocument : IDisposable
{
    private const int NameWeight = 4;
    private const int BrandWeight = 3;
    private const int ValueWeight = 2;
    private const int DescriptionWeight = 1;

    private static readonly FieldType WordsType = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS });

    private readonly WordStream _words = new();

    public static Term TermOf(Guid id) => new(Fields.Id, id.ToString("N"));

    public static (ulong High, ulong Low) Split(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    public static Guid Join(ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }

    public static string CodeOf(string text) => text.Trim().ToLowerInvariant();

    /// <summary>Makes the document; it is good until the next call.</summary>
    public Document Of(IndexedProduct product)
    {
        _words.Clear();
        _words.Add(product.Description, DescriptionWeight);
        foreach (var (_, value) in product.Attributes)
        {
            _words.Add(value, ValueWeight);
        }

        foreach (var (_, value) in product.Options)
        {
            _words.Add(value, ValueWeight);
        }

        if (product.Brand is not null)
        {
            _words.Add(product.Brand, BrandWeight);
        }

        _words.Add(product.Name, NameWeight);

        // Of two names with the word, the shorter one is more about it.
        var length = Words.Of(product.Name).Count();
        var (high, low) = Split(product.Id);
        var flags = (int)product.Status | (product.InStock ? Fields.InStockFlag : 0) | (product.CategoryIds.Length > 1 ? Fields.ManyCategoriesFlag : 0);
        var document = new Document
        {
            new StringField(Fields.Id, product.Id.ToString("N"), Field.Store.NO),
            new Field(Fields.Text, _words, WordsType) { Boost = Math.Max(0.5f, 1.08f - (0.08f * length)) },
            new NumericDocValuesField(Fields.IdHigh, unchecked((long)high)),
            new NumericDocValuesField(Fields.IdLow, unchecked((long)low)),
            new NumericDocValuesField(Fields.Created, product.CreatedAt.ToUnixTimeMilliseconds()),
            new NumericDocValuesField(Fields.Rating, ((long)(product.Rating * 100) << 32) | (uint)product.Ratings),
            new NumericDocValuesField(Fields.Flags, flags),
        };
        foreach (var code in product.Codes)
        {
            document.Add(new StringField(Fields.Code, CodeOf(code), Field.Store.NO));
        }

        for (var index = 0; index < product.Currencies.Length; index++)
        {
            document.Add(new NumericDocValuesField(Fields.Price + product.Currencies[index], product.Prices[index] + 1));
        }

        // In the order in which the index gives them back.
        var facets = FacetsOf(product).Distinct().Select(facet => new BytesRef(facet)).Order().ToArray();
        foreach (var facet in facets)
        {
            document.Add(new StringField(Fields.Filter, facet.Utf8ToString(), Field.Store.NO));
            document.Add(new SortedSetDocValuesField(Fields.Facets, facet));
        }

        if (product.Variants.Count > 1)
        {
            AddVariants(document, product, facets);
        }

        return document;
    }

    public void Dispose() => _words.Dispose();

    private static void AddVariants(Document document, IndexedProduct product, BytesRef[] facets)
    {
        document.Add(new BinaryDocValuesField(Fields.Variants, VariantCodec.Write(product.Variants, facets)));
        for (var index = 0; index < product.Currencies.Length; index++)
        {
            var (currency, price) = (product.Currencies[index], product.Prices[index]);
            if (product.Variants.Any(variant => !variant.Prices.TryGetValue(currency, out var own) || own != price))
            {
                document.Add(new BinaryDocValuesField(
                    Fields.VariantPrices + currency, VariantCodec.Write(product.Variants.Select(variant => variant.Prices.TryGetValue(currency, out var own) ? own + 1 : 0))));
            }
        }
    }

    private static IEnumerable<string> FacetsOf(IndexedProduct product)
    {
        foreach (var category in product.CategoryIds)
        {
            yield return FacetTerm.Category(category);
        }

        if (product.BrandSlug is not null)
        {
            yield return FacetTerm.Brand(product.BrandSlug);
        }

        foreach (var (code, value) in product.Attributes)
        {
            yield return FacetTerm.Attribute(code, value);
        }

        foreach (var (name, value) in product.Options)
        {
            yield return FacetTerm.Option(name, value);
        }
    }

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
