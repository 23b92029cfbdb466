namespace Ecommerce.AuthService.Domain;

/// <summary>Where a request comes from, for the audit log.</summary>
/// <param name="Actor">Who calls.</param>
/// <param name="SessionId">The session of the caller's token.</param>
/// <param name="Device">How the device describes itself.</param>
internal sealed record Origin(string Actor, Guid? SessionId, string Device)
{
    public static readonly Origin System = new("system", null, "");
}
