namespace Ecommerce.ShippingService.Domain;

/// <summary>The last committed step of buying a label.</summary>
internal enum LabelStep
{
    /// <summary>Next: ask for rates.</summary>
    Wanted,

    /// <summary>A rate is chosen. Next: buy it.</summary>
    Rated,

    /// <summary>The purchase was begun; whether it was made has to be looked up before another.</summary>
    Buying,

    Bought,
}
