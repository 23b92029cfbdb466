namespace Ecommerce.AuthService.Application;

/// <summary>Hashes and checks passwords.</summary>
internal interface IPasswords
{
    string Hash(string password);

    bool Matches(string hash, string password);

    /// <summary>Takes as long as a real check, so that an unknown address answers no faster.</summary>
    void PretendToMatch(string password);
}
