using Ecommerce.ProductService.Domain.Inventory;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Application.Inventory;

/// <summary>The places that goods are kept at.</summary>
internal interface ILocations
{
    /// <summary>All of them, by priority.</summary>
    Task<IReadOnlyList<StockLocation>> ListAsync(CancellationToken cancellationToken);

    Task<StockLocation?> FindAsync(string code, CancellationToken cancellationToken);

    Task<Result<StockLocation>> OpenAsync(string code, string name, int priority, CancellationToken cancellationToken);

    /// <summary>What a location that opens or closes has is sold, or is not, once this returns.</summary>
    Task<Result<StockLocation>> ChangeAsync(string code, string name, int priority, bool isActive, int? version, CancellationToken cancellationToken);

    /// <summary>Only one that never had anything.</summary>
    Task<Result> RemoveAsync(string code, CancellationToken cancellationToken);

    /// <summary>Finishes what a crash left of openings and closings.</summary>
    Task AlignAsync(CancellationToken cancellationToken);
}
