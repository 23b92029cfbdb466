namespace Ecommerce.AuthService.Infrastructure.Passwords;

/// <summary>How passwords are hashed, section <c>Passwords</c>.</summary>
internal sealed class PasswordOptions
{
    public const string Section = "Passwords";
    public const int FewestIterations = 100_000;

    /// <summary>Rounds of PBKDF2 with SHA-512 (OWASP, 2023: 210,000). A hash with fewer is made anew at the next login.</summary>
    public int Iterations { get; set; } = 210_000;

    /// <summary>How many may wait for a processor before the next one is told to come back later.</summary>
    public int MostWaiting { get; set; } = 200;
}
