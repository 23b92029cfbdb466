namespace Ecommerce.ProviderSandbox.Control;

/// <param name="Pending">Deliveries under way, listed or not.</param>
internal sealed record DeliveryList(int Pending, DeliveryView[] Items);
