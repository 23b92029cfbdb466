namespace Ecommerce.Contracts.Shipping.Internal;

/// <summary>One way to ship.</summary>
/// <param name="Code">Stable code of the method, to be sent back at checkout.</param>
/// <param name="Name">For the shopper.</param>
/// <param name="Carrier">Who carries it.</param>
/// <param name="Price">What it costs.</param>
/// <param name="MinDays">Earliest, working days.</param>
/// <param name="MaxDays">Latest, working days.</param>
public sealed record ShippingOptionDto(
    string Code,
    string Name,
    string Carrier,
    MoneyDto Price,
    int MinDays,
    int MaxDays);
