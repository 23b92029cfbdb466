namespace Ecommerce.ShippingService.Domain;

/// <summary>The shipment or the return that a label is for: each has one label.</summary>
internal readonly record struct LabelId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
