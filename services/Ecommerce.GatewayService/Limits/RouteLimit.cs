namespace Ecommerce.GatewayService.Limits;

/// <summary>Which limits of the rate a route is under.</summary>
internal enum RouteLimit
{
    /// <summary>What the caller may do: a person by the account, anybody else by the address.</summary>
    Caller,

    /// <summary>Where passwords and codes are tried: whatever changes something, by the address. Reading is as for <see cref="Caller"/>.</summary>
    Credentials,

    /// <summary>Where providers call, by the address, apart from everything else.</summary>
    Webhooks,
}
