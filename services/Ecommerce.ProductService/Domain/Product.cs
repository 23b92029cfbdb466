using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.ProductService.Domain;

/// <summary>What the shop sells, with its variants.</summary>
internal sealed class Product : AggregateRoot<Guid>
{
    private readonly List<Variant> _variants = [];

    private Product()
    {
    }

    private Product(Guid id)
        : base(id)
    {
    }

    public string Slug { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string Brand { get; private set; } = "";

    public ProductStatus Status { get; private set; }

    /// <summary>The categories that it is in, their ancestors included.</summary>
    public Guid[] CategoryIds { get; private set; } = [];

    public string[] ImageUrls { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    public IReadOnlyList<Variant> Variants => _variants;

    public static Product Create(
        Guid id, string slug, string name, string description, string brand, Guid[] categoryIds, string[] imageUrls, IEnumerable<Variant> variants, DateTimeOffset now)
    {
        var product = new Product(id)
        {
            Slug = slug,
            Name = name,
            Description = description,
            Brand = brand,
            CategoryIds = categoryIds,
            ImageUrls = imageUrls,
            CreatedAt = now,
        };
        product._variants.AddRange(variants);
        return product;
    }

    public void Activate(DateTimeOffset now)
    {
        Status = ProductStatus.Active;
        Changed(now);
    }

    public void Archive(DateTimeOffset now)
    {
        Status = ProductStatus.Archived;
        Changed(now);
    }

    /// <returns>False where the product has no such variant.</returns>
    public bool SetPrice(string sku, string currency, long amount, DateTimeOffset now)
    {
        if (_variants.Find(variant => variant.Sku == sku) is not { } found)
        {
            return false;
        }

        if (found.PriceIn(currency) is { } old && amount < old)
        {
            Raise(new PriceDropped(sku, currency, old, amount, now));
        }

        found.SetPrice(currency, amount);
        Changed(now);
        return true;
    }

    private void Changed(DateTimeOffset now)
    {
        Raise(new ProductChanged(now));
        Touch();
    }
}
