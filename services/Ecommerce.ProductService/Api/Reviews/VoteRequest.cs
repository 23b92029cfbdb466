namespace Ecommerce.ProductService.Api.Reviews;

internal sealed record VoteRequest(bool IsHelpful);
