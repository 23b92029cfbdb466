namespace Ecommerce.Contracts.Product.Internal;

/// <summary>POST /internal/v1/variants/lookup → VariantLookupResponse.</summary>
/// <param name="Skus">1 to 200 articles.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record VariantLookupRequest(
    IReadOnlyList<string> Skus,
    string Currency);
