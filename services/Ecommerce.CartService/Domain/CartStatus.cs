namespace Ecommerce.CartService.Domain;

/// <summary>The life of a cart.</summary>
internal enum CartStatus
{
    Active,

    /// <summary>An order is being made of it.</summary>
    Frozen,
    Ordered,

    /// <summary>A guest's, gone into a customer's.</summary>
    Merged,
    Expired,
}
