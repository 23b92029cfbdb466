namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>Categories, brands and attributes as searches know them: who moves a category moves nothing in the index.</summary>
internal sealed class Shelves
{
    private readonly Dictionary<Guid, Shelf> _categories;
    private readonly Dictionary<string, Guid> _bySlug;

    public Shelves(IReadOnlyCollection<Shelf> categories, IReadOnlyDictionary<string, string> brands, IReadOnlyDictionary<string, AttributeLabel> attributes)
    {
        _categories = categories.ToDictionary(category => category.Id);
        _bySlug = categories.ToDictionary(category => category.Slug, category => category.Id, StringComparer.Ordinal);
        Brands = brands;
        Attributes = attributes;
    }

    public static Shelves Empty { get; } = new([], new Dictionary<string, string>(), new Dictionary<string, AttributeLabel>());

    /// <summary>Names by slug.</summary>
    public IReadOnlyDictionary<string, string> Brands { get; }

    /// <summary>By code.</summary>
    public IReadOnlyDictionary<string, AttributeLabel> Attributes { get; }

    public Shelf? Find(Guid id) => _categories.GetValueOrDefault(id);

    /// <summary>A category and all that it holds; none where there is no such slug.</summary>
    public IEnumerable<Guid> Within(string slug) =>
        _bySlug.TryGetValue(slug, out var id) ? _categories.Values.Where(category => category.Path.Contains(id)).Select(category => category.Id) : [];

    internal sealed record Shelf(Guid Id, string Slug, string Name, Guid[] Path);

    internal sealed record AttributeLabel(string Name, bool IsFilterable, int Position);
}
