namespace Ecommerce.OrderService.Domain;

/// <summary>The last committed step of checkout; what comes next follows from it.</summary>
internal enum CheckoutStep
{
    /// <summary>Stored with its snapshot. Next: reserve stock and redemptions, freeze the cart.</summary>
    Prepared,

    /// <summary>Everything is held. Next: authorize the payment.</summary>
    Reserved,

    /// <summary>The money is held. Next: confirm.</summary>
    Authorized,

    /// <summary>Done: the order binds both sides.</summary>
    Confirmed,

    /// <summary>Refused, expired or cancelled. Next: give back money, stock, redemptions and cart.</summary>
    Releasing,

    /// <summary>Done: the order is dead and holds nothing.</summary>
    Released,
}
