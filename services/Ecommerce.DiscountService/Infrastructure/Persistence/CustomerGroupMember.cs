namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>That a customer is in a group.</summary>
internal sealed class CustomerGroupMember
{
    public required string GroupName { get; init; }

    public required Guid CustomerId { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
