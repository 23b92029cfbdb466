namespace Ecommerce.ShippingService.Domain;

internal readonly record struct ShipmentId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
