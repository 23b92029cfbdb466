using System.Security.Cryptography;

namespace Ecommerce.ReturnService.Application.RequestReturn;

/// <summary>Numbers for people that cannot be misread or guessed on, <c>R-4T9K-2XM7</c>.</summary>
internal static class ReturnNumber
{
    // Crockford's base 32: no I, L, O or U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Create()
    {
        var digits = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"R-{digits[..4]}-{digits[4..]}";
    }
}
