using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.ProductService.Domain.Catalogue;

/// <summary>Who makes a product.</summary>
internal sealed class Brand : AggregateRoot<Guid>
{
    private Brand()
    {
    }

    private Brand(Guid id)
        : base(id)
    {
    }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public static Brand Of(Guid id, string slug, string name) => new(id) { Slug = slug, Name = name };

    public void Rename(string slug, string name)
    {
        (Slug, Name) = (slug, name);
        Touch();
    }
}
