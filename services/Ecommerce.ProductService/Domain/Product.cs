using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Domain;

/// <summary>What the shop sells, with its variants.</summary>
internal sealed class Product : AggregateRoot<Guid>
{
    public const int MostVariants = 250;

    /// <summary>Of an article, ended ones too until they are cancelled.</summary>
    public const int MostSales = 100;

    private readonly List<Variant> _variants = [];

    private Product()
    {
    }

    private Product(Guid id)
        : base(id)
    {
    }

    /// <summary>Its name in addresses. Those that it had lead to it for ever; the database keeps them.</summary>
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public Guid? BrandId { get; private set; }

    public ProductStatus Status { get; private set; }

    /// <summary>The categories that it is put in; their ancestors hold it too.</summary>
    public Guid[] CategoryIds { get; private set; } = [];

    /// <summary>Values by the attributes' codes.</summary>
    public Dictionary<string, string> Attributes { get; private set; } = [];

    /// <summary>Pictures that lie elsewhere.</summary>
    public string[] ImageUrls { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was first on sale; null where it never was.</summary>
    public DateTimeOffset? ActivatedAt { get; private set; }

    public IReadOnlyList<Variant> Variants => _variants;

    public static Product Create(
        Guid id, string slug, string name, string description, Guid? brandId, Guid[] categoryIds, string[] imageUrls, IEnumerable<Variant> variants, DateTimeOffset now)
    {
        var product = new Product(id)
        {
            Slug = slug,
            Name = name,
            Description = description,
            BrandId = brandId,
            CategoryIds = categoryIds,
            ImageUrls = imageUrls,
            CreatedAt = now,
        };
        product._variants.AddRange(variants);
        return product;
    }

    public Variant? Find(string sku) => _variants.Find(variant => variant.Sku == sku);

    public void Describe(
        string slug, string name, string description, Guid? brandId, Guid[] categoryIds, Dictionary<string, string> attributes, string[] imageUrls, DateTimeOffset now)
    {
        (Slug, Name, Description, BrandId, CategoryIds, Attributes, ImageUrls) = (slug, name, description, brandId, categoryIds, attributes, imageUrls);
        Changed(now);
    }

    public Result Activate(DateTimeOffset now)
    {
        if (!IsSellable)
        {
            return CatalogueErrors.NotOnSale;
        }

        Status = ProductStatus.Active;
        ActivatedAt ??= now;
        Changed(now);
        return Result.Success;
    }

    public void Archive(DateTimeOffset now)
    {
        Status = ProductStatus.Archived;
        Changed(now);
    }

    /// <summary>Adds an article or describes it anew.</summary>
    public Result PutVariant(string sku, string? barcode, Dictionary<string, string> options, int weightGrams, Dimensions? dimensions, int? position, DateTimeOffset now)
    {
        if (_variants.Exists(other => other.Sku != sku && other.HasOptions(options)))
        {
            return CatalogueErrors.SameOptions;
        }

        if (Find(sku) is not { } variant)
        {
            if (_variants.Count >= MostVariants)
            {
                return CatalogueErrors.TooManyVariants;
            }

            variant = Variant.Of(sku, options, weightGrams, _variants.Count == 0 ? 0 : _variants.Max(other => other.Position) + 1, new Dictionary<string, long>());
            _variants.Add(variant);
        }

        variant.Describe(barcode, options, weightGrams, dimensions, position ?? variant.Position);
        Changed(now);
        return Result.Success;
    }

    public Result RemoveVariant(string sku, DateTimeOffset now)
    {
        if (Find(sku) is not { } variant)
        {
            return CatalogueErrors.VariantNotFound;
        }

        _variants.Remove(variant);
        return KeptSellable(now);
    }

    public Result SetPrice(string sku, string currency, long amount, long? compareAt, DateTimeOffset now)
    {
        if (Find(sku) is not { } variant)
        {
            return CatalogueErrors.VariantNotFound;
        }

        ChangePrice(variant, currency, now, () => variant.SetPrice(currency, amount, compareAt));
        return Result.Success;
    }

    public Result RemovePrice(string sku, string currency, DateTimeOffset now)
    {
        if (Find(sku) is not { } variant)
        {
            return CatalogueErrors.VariantNotFound;
        }

        return variant.RemovePrice(currency) ? KeptSellable(now) : CatalogueErrors.PriceNotFound;
    }

    public Result ScheduleSale(string sku, ScheduledPrice sale, DateTimeOffset now)
    {
        if (Find(sku) is not { } variant)
        {
            return CatalogueErrors.VariantNotFound;
        }

        if (variant.PriceIn(sale.Currency, now) is null)
        {
            return CatalogueErrors.PriceNotFound;
        }

        if (variant.Sales.Any(other => other.Currency == sale.Currency && other.Overlaps(sale.StartsAt, sale.EndsAt)))
        {
            return CatalogueErrors.SaleOverlaps;
        }

        if (variant.Sales.Count >= MostSales)
        {
            return CatalogueErrors.TooManySales;
        }

        if (sale.StartsAt <= now)
        {
            sale.Begin(now);
        }

        ChangePrice(variant, sale.Currency, now, () => variant.Schedule(sale));
        return Result.Success;
    }

    public Result CancelSale(string sku, Guid saleId, DateTimeOffset now)
    {
        if (Find(sku) is not { } variant)
        {
            return CatalogueErrors.VariantNotFound;
        }

        if (variant.Sales.FirstOrDefault(sale => sale.Id == saleId) is not { } cancelled)
        {
            return CatalogueErrors.SaleNotFound;
        }

        // One that was dearer than the price.
        ChangePrice(variant, cancelled.Currency, now, () => variant.CancelSale(saleId));
        return Result.Success;
    }

    private bool IsSellable => _variants.Exists(variant => variant.Prices.Count > 0);

    private Result KeptSellable(DateTimeOffset now)
    {
        if (Status == ProductStatus.Active && !IsSellable)
        {
            return CatalogueErrors.LastSellable;
        }

        Changed(now);
        return Result.Success;
    }

    private void ChangePrice(Variant variant, string currency, DateTimeOffset now, Action change)
    {
        var before = variant.PriceIn(currency, now);
        change();
        if (Status == ProductStatus.Active && before is { } old && variant.PriceIn(currency, now) is { } amount && amount < old)
        {
            Raise(new PriceDropped(variant.Sku, currency, old, amount, now));
        }

        Changed(now);
    }

    // Once, however many changes are stored together.
    private void Changed(DateTimeOffset now)
    {
        if (!DomainEvents.OfType<ProductChanged>().Any())
        {
            Raise(new ProductChanged(now));
            Touch();
        }
    }
}
