namespace Ecommerce.CartService.Api;

/// <summary>Says where the goods are likely to go.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Region">The part after the hyphen of ISO 3166-2, or null.</param>
/// <param name="PostalCode">Or null.</param>
/// <param name="Email">Of a guest, for limits of coupons; what is known stays where none is given.</param>
internal sealed record DestinationRequest(string Country, string? Region = null, string? PostalCode = null, string? Email = null)
{
    public string Country { get; init; } = Country?.Trim(' ').ToUpperInvariant()!;

    public string? Region { get; init; } = Region?.Trim(' ').ToUpperInvariant();

    public string? PostalCode { get; init; } = PostalCode?.Trim(' ').ToUpperInvariant();
}
