namespace Ecommerce.CartService.Api;

/// <summary>Puts a guest cart into the customer's.</summary>
internal sealed record MergeRequest(Guid GuestCartId, string GuestCartToken);
