namespace Ecommerce.DiscountService.Application.GroupCustomers;

internal sealed record GroupMember(Guid CustomerId, DateTimeOffset AddedAt);
