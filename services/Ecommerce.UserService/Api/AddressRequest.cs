using Ecommerce.Contracts;

namespace Ecommerce.UserService.Api;

/// <param name="Address">The address.</param>
/// <param name="DefaultShipping">Whether it becomes the default for deliveries.</param>
/// <param name="DefaultBilling">Whether it becomes the default for invoices.</param>
internal sealed record AddressRequest(AddressDto Address, bool DefaultShipping = false, bool DefaultBilling = false);
