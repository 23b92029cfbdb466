using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Domain;
using Microsoft.AspNetCore.Identity;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>ASP.NET Core Identity's hashing (PBKDF2 with SHA-512).</summary>
internal sealed class Passwords : IPasswords
{
    private readonly PasswordHasher<Account> _hasher = new();
    private readonly string _decoy;

    public Passwords() => _decoy = Hash("a password that nobody has");

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    public bool Matches(string hash, string password) => _hasher.VerifyHashedPassword(null!, hash, password) != PasswordVerificationResult.Failed;

    public void PretendToMatch(string password) => Matches(_decoy, password);
}
