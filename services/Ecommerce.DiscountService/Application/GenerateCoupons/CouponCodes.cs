using System.Security.Cryptography;

namespace Ecommerce.DiscountService.Application.GenerateCoupons;

/// <summary>Makes codes that cannot be guessed and are read out without a mistake.</summary>
internal static class CouponCodes
{
    /// <summary>Capitals and digits without 0, O, 1, I, L and U: 30 of them, so that each is worth almost 5 bits.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>So many random characters that even among millions of coupons a guess hits one in a hundred billion.</summary>
    public const int MinimumLength = 12;

    public const int MaximumLength = 24;

    /// <summary>Codes that differ.</summary>
    /// <param name="count">How many.</param>
    /// <param name="prefix">Before each of them.</param>
    /// <param name="length">Random characters of each.</param>
    public static IReadOnlyCollection<string> Create(int count, string prefix, int length)
    {
        var codes = new HashSet<string>(count, StringComparer.Ordinal);
        while (codes.Count < count)
        {
            codes.Add(prefix + RandomNumberGenerator.GetString(Alphabet, length));
        }

        return codes;
    }
}
