using Ecommerce.ProductService.Domain.Catalogue;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Code">Its name in data and queries; never changes.</param>
/// <param name="Type">What its values are; never changes.</param>
/// <param name="Name">For people.</param>
/// <param name="Unit">Of numbers, or null.</param>
/// <param name="Choices">What a choice is among.</param>
/// <param name="IsFilterable">Whether searches count and filter by it.</param>
/// <param name="Position">Among the attributes.</param>
internal sealed record AttributeRequest(string? Code, AttributeType? Type, string Name, string? Unit, List<string>? Choices, bool IsFilterable, int? Position);
