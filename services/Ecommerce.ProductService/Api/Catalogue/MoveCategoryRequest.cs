namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="ParentId">Where it goes; null for the top.</param>
/// <param name="Position">Among its new siblings.</param>
internal sealed record MoveCategoryRequest(Guid? ParentId, int? Position);
