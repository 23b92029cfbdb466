namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Amount">Minor units.</param>
/// <param name="StartsAt">From then on; now where it is not given.</param>
/// <param name="EndsAt">The first moment after it; none: until it is cancelled.</param>
internal sealed record SaleRequest(long Amount, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);
