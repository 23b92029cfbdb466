using System.Security.Cryptography;

namespace Ecommerce.OrderService.Application.PlaceOrder;

/// <summary>Numbers for people: ten characters that cannot be misread or guessed on, <c>4T9K2-XM7QP</c>.</summary>
internal static class OrderNumber
{
    // Crockford's base 32: no I, L, O or U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Create()
    {
        var digits = RandomNumberGenerator.GetString(Alphabet, 10);
        return $"{digits[..5]}-{digits[5..]}";
    }
}
