namespace Ecommerce.AuthService.Application;

/// <summary>Which sessions of an account.</summary>
/// <param name="Except">All but this one.</param>
/// <param name="OfDevice">Only those of this device.</param>
internal sealed record SessionChoice(Guid? Except = null, Guid? OfDevice = null)
{
    public static readonly SessionChoice All = new();
}
