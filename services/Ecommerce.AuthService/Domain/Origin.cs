namespace Ecommerce.AuthService.Domain;

/// <summary>Where a request comes from, for the audit log.</summary>
/// <param name="Actor">Who calls.</param>
/// <param name="SessionId">The session of the caller's token.</param>
/// <param name="Device">How the device describes itself.</param>
/// <param name="Address">The client's network address; null where nobody is at the other end.</param>
internal sealed record Origin(string Actor, Guid? SessionId, string Device, string? Address);
