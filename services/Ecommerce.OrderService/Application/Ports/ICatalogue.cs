using Ecommerce.Contracts.Product.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.Ports;

/// <summary>Articles and stock of product-service. Failures of it are thrown.</summary>
internal interface ICatalogue
{
    /// <summary>What the catalogue knows of some articles now.</summary>
    Task<Result<VariantLookupResponse>> LookUpAsync(IReadOnlyList<string> skus, string currency, CancellationToken cancellationToken);

    /// <summary>Holds stock for an order; all lines or none, once per order.</summary>
    Task<Result> ReserveAsync(ReserveStockRequest request, CancellationToken cancellationToken);

    /// <summary>Gives the stock back; harmless when repeated, and where nothing was held.</summary>
    Task<Result> ReleaseAsync(Guid reservationId, CancellationToken cancellationToken);
}
