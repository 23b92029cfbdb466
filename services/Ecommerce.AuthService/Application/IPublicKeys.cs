namespace Ecommerce.AuthService.Application;

/// <summary>The public halves of the signing keys.</summary>
internal interface IPublicKeys
{
    IReadOnlyList<PublicKey> All { get; }
}
