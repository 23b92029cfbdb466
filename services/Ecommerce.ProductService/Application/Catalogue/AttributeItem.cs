using Ecommerce.ProductService.Domain.Catalogue;

namespace Ecommerce.ProductService.Application.Catalogue;

internal sealed record AttributeItem(
    Guid Id, string Code, AttributeType Type, string Name, string? Unit, IReadOnlyList<string> Choices, bool IsFilterable, int Position, int Version);
