namespace Ecommerce.ProductService.Application.Catalogue.ManageProducts;

/// <param name="Slug">Null: made from the name.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">For people.</param>
/// <param name="BrandId">Who makes it, or null.</param>
/// <param name="CategoryIds">The innermost ones.</param>
/// <param name="Attributes">By code.</param>
/// <param name="ImageUrls">Pictures that lie elsewhere.</param>
internal sealed record ProductData(
    string? Slug, string Name, string Description, Guid? BrandId, Guid[] CategoryIds, Dictionary<string, string> Attributes, string[] ImageUrls);
