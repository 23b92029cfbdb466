namespace Ecommerce.ProductService.Domain;

/// <summary>A shelf of the shop; shelves form a tree.</summary>
internal sealed class Category
{
    private Category()
    {
    }

    public Guid Id { get; private init; }

    public Guid? ParentId { get; private init; }

    public string Slug { get; private init; } = "";

    public string Name { get; private init; } = "";

    public int Position { get; private init; }

    public static Category Of(Guid id, Guid? parentId, string slug, string name, int position) =>
        new() { Id = id, ParentId = parentId, Slug = slug, Name = name, Position = position };
}
