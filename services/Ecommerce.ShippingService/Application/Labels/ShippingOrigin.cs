using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application.Labels;

/// <summary>Where parcels start and returns go, section <c>Shipping:Origin</c>.</summary>
internal sealed class ShippingOrigin
{
    public const string Section = "Shipping:Origin";

    public string Name { get; set; } = "Shop warehouse";

    public string Line1 { get; set; } = "965 Mission Street";

    public string City { get; set; } = "San Francisco";

    public string? Region { get; set; } = "CA";

    public string PostalCode { get; set; } = "94103";

    public string Country { get; set; } = "US";

    public string? Phone { get; set; } = "+14155550100";

    public PostalAddress ToAddress() => new(Name, Line1, null, City, Region, PostalCode, Country, Phone);
}
