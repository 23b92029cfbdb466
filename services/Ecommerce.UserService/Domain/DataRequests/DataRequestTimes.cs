namespace Ecommerce.UserService.Domain.DataRequests;

/// <summary>How patient a request is.</summary>
/// <param name="FirstWait">Before it asks again for the first time; doubles each time.</param>
/// <param name="LongestWait">At most.</param>
/// <param name="TokenLifetime">How long somebody whose account is gone may still be let in by a token.</param>
internal sealed record DataRequestTimes(TimeSpan FirstWait, TimeSpan LongestWait, TimeSpan TokenLifetime);
