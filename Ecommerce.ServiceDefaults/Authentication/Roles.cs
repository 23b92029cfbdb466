namespace Ecommerce.ServiceDefaults.Authentication;

/// <summary>Who can call, as the token's <c>roles</c> say.</summary>
public static class Roles
{
    /// <summary>Someone who shops.</summary>
    public const string Customer = "customer";

    /// <summary>Staff who help customers: orders, returns, refunds.</summary>
    public const string Support = "support";

    /// <summary>Staff who run the catalogue, prices and promotions.</summary>
    public const string Merchandiser = "merchandiser";

    /// <summary>Staff who may do everything that staff may.</summary>
    public const string Admin = "admin";

    /// <summary>Another service of this system.</summary>
    public const string Service = "service";
}
