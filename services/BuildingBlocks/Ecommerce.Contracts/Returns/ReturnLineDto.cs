namespace Ecommerce.Contracts.Returns;

/// <summary>What is sent back.</summary>
/// <param name="OrderLineId">The order's line.</param>
/// <param name="Sku">Article.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Reason">Stable code.</param>
public sealed record ReturnLineDto(
    Guid OrderLineId,
    string Sku,
    int Quantity,
    string Reason);
