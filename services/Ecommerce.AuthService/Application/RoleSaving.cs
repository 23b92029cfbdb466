namespace Ecommerce.AuthService.Application;

internal enum RoleSaving
{
    Saved,

    /// <summary>The account was changed meanwhile; it has to be looked at again.</summary>
    Overtaken,

    NoAdminLeft,
}
