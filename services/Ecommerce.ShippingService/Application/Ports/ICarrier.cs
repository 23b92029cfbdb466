using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application.Ports;

/// <summary>A platform that sells labels and follows parcels. It has no idempotency: whoever buys looks first.</summary>
internal interface ICarrier
{
    /// <summary>Asks what a parcel costs and chooses a service. Costs nothing; may be repeated.</summary>
    Task<Result<string>> ChooseRateAsync(Label label, CancellationToken cancellationToken);

    /// <summary>Buys the chosen rate.</summary>
    /// <returns>The label; a refusal where none was made; null where it is not known.</returns>
    Task<Result<BoughtLabel>?> BuyAsync(Label label, CancellationToken cancellationToken);

    /// <summary>Looks whether the chosen rate was bought.</summary>
    /// <returns>The label; a refusal where there is none; null where it is not known.</returns>
    Task<Result<BoughtLabel>?> FindAsync(Label label, CancellationToken cancellationToken);

    /// <summary>The newest of a parcel, or null where there is none.</summary>
    Task<ParcelNews?> TrackAsync(string carrier, string trackingNumber, CancellationToken cancellationToken);
}
