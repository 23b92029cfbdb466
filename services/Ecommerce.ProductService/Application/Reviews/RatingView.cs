namespace Ecommerce.ProductService.Application.Reviews;

/// <param name="Count">Approved reviews.</param>
/// <param name="Average">Of their ratings, to two digits; 0 where there are none.</param>
/// <param name="ByRating">How many gave one star, two, and so on to five.</param>
internal sealed record RatingView(int Count, decimal Average, IReadOnlyList<int> ByRating);
