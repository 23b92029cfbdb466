namespace Ecommerce.Contracts.Shipping.Internal;

/// <summary>POST /internal/v1/return-labels → ReturnLabelDto.</summary>
/// <param name="ReturnId">The same return gets one label.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="From">The customer.</param>
/// <param name="WeightGrams">All goods.</param>
public sealed record ReturnLabelRequest(
    Guid ReturnId,
    Guid OrderId,
    AddressDto From,
    int WeightGrams);
