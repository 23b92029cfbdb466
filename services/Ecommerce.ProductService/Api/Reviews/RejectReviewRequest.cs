namespace Ecommerce.ProductService.Api.Reviews;

/// <param name="Reason">For its author to read.</param>
internal sealed record RejectReviewRequest(string Reason);
