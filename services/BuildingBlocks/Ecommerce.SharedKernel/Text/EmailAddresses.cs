using System.Text.RegularExpressions;

namespace Ecommerce.SharedKernel.Text;

/// <summary>
/// The one rule for addresses of mail: a dot-string of ASCII before the at sign and a domain with at least one dot behind it, as every mail
/// server takes them (RFC 5321, 4.1.2; quoted strings and address literals, which no shopper has, are not taken).
/// </summary>
public static partial class EmailAddresses
{
    /// <summary>The longest address, in characters (RFC 5321, 4.5.3.1.3, without the angle brackets).</summary>
    public const int MaximumLength = 254;

    private const int LongestLocalPart = 64;

    /// <summary>Whether mail can be sent to it.</summary>
    public static bool IsValid(string address) =>
        address.Length <= MaximumLength && address.IndexOf('@', StringComparison.Ordinal) <= LongestLocalPart && Form().IsMatch(address);

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])\z")]
    private static partial Regex Form();
}
