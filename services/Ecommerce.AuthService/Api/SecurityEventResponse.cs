using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Api;

/// <param name="Id">Grows with time.</param>
/// <param name="AccountId">Whom it is about; left out for a login at an address without an account.</param>
/// <param name="Type">What happened.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="SessionId">In which session.</param>
/// <param name="Device">How the device describes itself.</param>
/// <param name="Address">The client's network address; left out where it is not known or was erased.</param>
/// <param name="Detail">A role, a provider, a method.</param>
/// <param name="At">UTC.</param>
internal sealed record SecurityEventResponse(
    Guid Id, Guid? AccountId, SecurityEventType Type, string Actor, Guid? SessionId, string Device, string? Address, string? Detail, DateTimeOffset At)
{
    public static SecurityEventResponse Of(SecurityEvent line) =>
        new(line.Id, line.AccountId?.Value, line.Type, line.Actor, line.SessionId, line.Device, line.Address, line.Detail, line.At);
}
