namespace Ecommerce.AuthService.Application;

/// <summary>Keeps secrets unreadable in the database and its backups.</summary>
internal interface ISecretBox
{
    /// <param name="plain">The secret.</param>
    /// <param name="owner">Whose: it opens for nobody else, should somebody move it from row to row.</param>
    byte[] Encrypt(byte[] plain, string owner);

    byte[] Decrypt(byte[] sealedBytes, string owner);
}
