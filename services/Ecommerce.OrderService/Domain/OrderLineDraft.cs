using Ecommerce.SharedKernel.Pricing;

namespace Ecommerce.OrderService.Domain;

/// <summary>A line on its way into an order.</summary>
internal sealed record OrderLineDraft(
    Guid Id, string Sku, Guid ProductId, string Name, string? VariantName, string? ImageUrl, int Quantity, int WeightGrams, long UnitPrice, LineTotals Totals);
