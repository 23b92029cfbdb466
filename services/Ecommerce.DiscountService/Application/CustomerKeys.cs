using System.Security.Cryptography;
using System.Text;

namespace Ecommerce.DiscountService.Application;

/// <summary>
/// By what a customer is known to per-customer limits: the account and the email address, so that who buys once as a guest
/// and once signed in counts as one. The address is kept as a hash only.
/// </summary>
internal static class CustomerKeys
{
    /// <returns>Sorted, so that two requests lock the counters in one order.</returns>
    public static string[] Of(Guid? customerId, string? email)
    {
        var keys = new List<string>(2);
        if (customerId is { } id)
        {
            keys.Add($"customer:{id}");
        }

        if (!string.IsNullOrWhiteSpace(email))
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToUpperInvariant()));
            keys.Add($"email:{Convert.ToHexStringLower(hash)}");
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }
}
