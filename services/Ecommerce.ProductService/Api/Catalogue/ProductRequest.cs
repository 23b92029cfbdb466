namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Slug">Its name in addresses; made from the name, or kept, where it is not given.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">For people.</param>
/// <param name="BrandId">Who makes it, or null.</param>
/// <param name="CategoryIds">The innermost ones that it lies in.</param>
/// <param name="Attributes">Values by the attributes' codes.</param>
/// <param name="ImageUrls">Pictures that lie elsewhere.</param>
/// <param name="Variants">When it is created; later each is put by itself.</param>
internal sealed record ProductRequest(
    string? Slug, string Name, string? Description, Guid? BrandId, List<Guid>? CategoryIds, Dictionary<string, string>? Attributes, List<string>? ImageUrls,
    List<VariantRequest>? Variants);
