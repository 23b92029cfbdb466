using Ecommerce.ProductService.Domain;

namespace Ecommerce.ProductService.Application.Catalogue;

internal sealed record StaffListItem(
    Guid Id, string Slug, string Name, string Brand, ProductStatus Status, string? ImageUrl, int Variants, DateTimeOffset CreatedAt, int Version);
