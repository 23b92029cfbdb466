namespace Ecommerce.AuthService.Application.Staff;

/// <summary>Section <c>Auth</c>.</summary>
internal sealed class StaffAccessOptions
{
    public const string Section = "Auth";

    /// <summary>Whether staff need a second factor for what staff may do. Outside Development they do, unless it is said here.</summary>
    public bool RequireMfaForStaff { get; set; } = true;
}
