using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Domain;

/// <summary>A line as it was sold. The total is in minor units.</summary>
internal sealed record SoldLine(Guid LineId, string Sku, string Name, int Quantity, long Total, int WeightGrams);
