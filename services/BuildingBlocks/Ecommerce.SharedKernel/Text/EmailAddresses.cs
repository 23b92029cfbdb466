using System.Text.RegularExpressions;

namespace Ecommerce.SharedKernel.Text;

/// <summary>
/// The one rule for email addresses: an ASCII dot-string before the at sign and a domain name with at least one dot after it (RFC 5321,
/// section 4.1.2). Quoted strings and address literals, which shoppers do not use, are not accepted.
/// </summary>
public static partial class EmailAddresses
{
    /// <summary>The maximum length of an address, in characters (RFC 5321, section 4.5.3.1.3, without the angle brackets).</summary>
    public const int MaximumLength = 254;

    private const int LongestLocalPart = 64;

    /// <summary>Whether an address is valid.</summary>
    public static bool IsValid(string address) =>
        address.Length <= MaximumLength && address.IndexOf('@', StringComparison.Ordinal) <= LongestLocalPart && Form().IsMatch(address);

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])\z")]
    private static partial Regex Form();
}
