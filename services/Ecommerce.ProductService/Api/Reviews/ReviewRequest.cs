namespace Ecommerce.ProductService.Api.Reviews;

/// <param name="Rating">1 to 5.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">At length.</param>
/// <param name="Author">The name to show; without it none is.</param>
internal sealed record ReviewRequest(int Rating, string Title, string Text, string? Author);
