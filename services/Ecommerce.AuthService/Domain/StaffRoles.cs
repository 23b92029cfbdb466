namespace Ecommerce.AuthService.Domain;

/// <summary>The roles that an admin grants. <c>customer</c> everybody has, <c>service</c> nobody who is a person.</summary>
internal static class StaffRoles
{
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All = ["support", "merchandiser", Admin];
}
