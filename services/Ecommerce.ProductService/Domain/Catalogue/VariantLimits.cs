namespace Ecommerce.ProductService.Domain.Catalogue;

internal static class VariantLimits
{
    /// <summary>In minor units; far above any price, and far below where sums overflow.</summary>
    public const long HighestPrice = 1_000_000_000_000;
}
