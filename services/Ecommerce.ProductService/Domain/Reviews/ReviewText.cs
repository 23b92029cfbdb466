namespace Ecommerce.ProductService.Domain.Reviews;

/// <summary>What a customer says of a product.</summary>
/// <param name="Rating">1 to 5.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">At length.</param>
/// <param name="Author">The name to show, as the author likes it; or null.</param>
internal sealed record ReviewText(int Rating, string Title, string Text, string? Author);
