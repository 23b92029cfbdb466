using Ecommerce.ProductService.Domain.Reviews;

namespace Ecommerce.ProductService.Application.Reviews;

internal sealed record ReviewView(
    Guid Id, Guid ProductId, Guid CustomerId, ReviewText Said, ReviewStatus Status, string? RejectionReason, bool IsVerified, int Helpful, int Unhelpful,
    DateTimeOffset WrittenAt, DateTimeOffset? EditedAt, int Version);
