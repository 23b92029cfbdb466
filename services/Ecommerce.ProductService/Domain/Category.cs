using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.ProductService.Domain;

/// <summary>A shelf of the shop; shelves form a tree. The database keeps the paths and refuses a cycle.</summary>
internal sealed class Category : AggregateRoot<Guid>
{
    private Category()
    {
    }

    private Category(Guid id)
        : base(id)
    {
    }

    public Guid? ParentId { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public int Position { get; private set; }

    /// <summary>From the root to this one. Written by the database alone.</summary>
    public Guid[] Path { get; private init; } = [];

    public static Category Of(Guid id, Guid? parentId, string slug, string name, int position) =>
        new(id) { ParentId = parentId, Slug = slug, Name = name, Position = position };

    public void Rename(string slug, string name, int position)
    {
        (Slug, Name, Position) = (slug, name, position);
        Touch();
    }

    public void MoveTo(Guid? parentId, int position)
    {
        (ParentId, Position) = (parentId, position);
        Touch();
    }
}
