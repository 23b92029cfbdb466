namespace Ecommerce.DiscountService.Application.GroupCustomers;

internal sealed record CustomerGroup(string Name, int Members);
