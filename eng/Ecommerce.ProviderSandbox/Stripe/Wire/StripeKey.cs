using System.Text;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>Reads the secret key: Bearer, or Basic with the key as user name.</summary>
internal static class StripeKey
{
    public static (string Key, StripeError? Problem) Read(HttpRequest request, string? expected)
    {
        var header = request.Headers.Authorization.ToString();
        var key = header switch
        {
            _ when header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) => header["Bearer ".Length..].Trim(),
            _ when header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) => UserName(header["Basic ".Length..].Trim()),
            _ => "",
        };

        if (key.Length == 0)
        {
            return ("", StripeErrors.NoKey());
        }

        var known = expected is null
            ? key.StartsWith("sk_test_", StringComparison.Ordinal) || key.StartsWith("rk_test_", StringComparison.Ordinal)
            : key == expected;
        return known ? (key, null) : ("", StripeErrors.WrongKey(key));
    }

    private static string UserName(string basic)
    {
        var bytes = new byte[basic.Length];
        return Convert.TryFromBase64String(basic, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0]
            : "";
    }
}
