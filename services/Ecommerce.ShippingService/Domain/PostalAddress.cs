namespace Ecommerce.ShippingService.Domain;

/// <summary>Where a parcel goes to or comes from.</summary>
internal sealed record PostalAddress(
    string Name, string Line1, string? Line2, string City, string? Region, string? PostalCode, string Country, string? Phone);
