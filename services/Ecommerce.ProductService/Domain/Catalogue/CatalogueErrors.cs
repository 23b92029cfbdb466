using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Domain.Catalogue;

/// <summary>Every refusal of the catalogue, by its stable code.</summary>
internal static class CatalogueErrors
{
    public static readonly Error SlugTaken = Error.Conflict("product.slug_taken", "Another product has or had this slug.");
    public static readonly Error SkuTaken = Error.Conflict("product.sku_taken", "Another product has an article with this number.");
    public static readonly Error BarcodeTaken = Error.Conflict("product.barcode_taken", "Another article has this barcode.");
    public static readonly Error VariantNotFound = Error.NotFound("product.variant_not_found", "The product has no such article.");
    public static readonly Error PriceNotFound = Error.NotFound("product.price_not_found", "The article has no price in this currency.");
    public static readonly Error SaleNotFound = Error.NotFound("product.sale_not_found", "There is no such sale.");
    public static readonly Error SaleOverlaps = Error.Conflict("product.sale_overlaps", "Another sale of the article is on in that time.");
    public static readonly Error TooManySales = Error.Refused("product.too_many_sales", "An article has at most 100 sales; cancel some that have ended.");
    public static readonly Error NotOnSale = Error.Refused("product.not_sellable", "A product is put on sale with at least one article that has a price.");
    public static readonly Error LastSellable = Error.Refused("product.last_sellable", "A product on sale keeps at least one article with a price; archive it instead.");
    public static readonly Error TooManyVariants = Error.Refused("product.too_many_variants", "A product has at most 250 articles.");
    public static readonly Error SameOptions = Error.Refused("product.same_options", "Two articles of a product differ in their options.");
    public static readonly Error WasOnSale = Error.Conflict("product.was_on_sale", "A product that was on sale once is archived, not deleted.");
    public static readonly Error BrandNotFound = Error.NotFound("brand.not_found", "There is no such brand.");
    public static readonly Error BrandTaken = Error.Conflict("brand.taken", "Another brand has this slug or name.");
    public static readonly Error BrandInUse = Error.Conflict("brand.in_use", "Products have this brand.");
    public static readonly Error CategoryNotFound = Error.NotFound("category.not_found", "There is no such category.");
    public static readonly Error CategoryTaken = Error.Conflict("category.taken", "Another category has this slug.");
    public static readonly Error CategoryInUse = Error.Conflict("category.in_use", "The category holds products or other categories.");
    public static readonly Error CategoryCycle = Error.Refused("category.cycle", "A category cannot be moved into itself.");
    public static readonly Error CategoryTooDeep = Error.Refused("category.too_deep", "Categories are at most 20 deep.");
    public static readonly Error AttributeNotFound = Error.NotFound("attribute.not_found", "There is no such attribute.");
    public static readonly Error AttributeTaken = Error.Conflict("attribute.taken", "Another attribute has this code.");
    public static readonly Error AttributeInUse = Error.Conflict("attribute.in_use", "Products have a value of this attribute.");
    public static readonly Error Stale = Error.Stale("resource.stale", "The resource has changed since it was read.");

    public static Error UnknownReference(string field, string message) =>
        Error.Refused("product.unknown_reference", "Something that the product refers to is not there.") with { Fields = new Dictionary<string, string[]> { [field] = [message] } };
}
