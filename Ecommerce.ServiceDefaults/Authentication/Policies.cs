namespace Ecommerce.ServiceDefaults.Authentication;

/// <summary>The authorization policies of all services. An endpoint without one asks for a signed-in person.</summary>
public static class Policies
{
    /// <summary>A signed-in customer; staff who shop have that role too.</summary>
    public const string Customer = "customer";

    /// <summary>Support or admin.</summary>
    public const string Support = "support";

    /// <summary>Merchandiser or admin.</summary>
    public const string Merchandiser = "merchandiser";

    /// <summary>Any staff role.</summary>
    public const string Staff = "staff";

    /// <summary>Admin only.</summary>
    public const string Admin = "admin";

    /// <summary>Another service, never a person.</summary>
    public const string Service = "service";

    /// <summary>Another service, or an admin.</summary>
    public const string Operations = "operations";
}
