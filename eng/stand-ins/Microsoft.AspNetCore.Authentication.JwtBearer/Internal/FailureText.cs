using System.Globalization;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Internal;

/// <summary>What the challenge says of a refused token: only what the caller's own token says.</summary>
internal static class FailureText
{
    public static string Of(Exception failure)
    {
        var failures = failure is AggregateException many ? many.InnerExceptions : (IReadOnlyCollection<Exception>)[failure];
        return string.Join("; ", failures.Select(One).OfType<string>());
    }

    private static string? One(Exception failure) => failure switch
    {
        SecurityTokenInvalidAudienceException e => $"The audience '{Clean(e.InvalidAudience)}' is invalid",
        SecurityTokenInvalidIssuerException e => $"The issuer '{Clean(e.InvalidIssuer)}' is invalid",
        SecurityTokenNoExpirationException => "The token has no expiration",
        SecurityTokenInvalidLifetimeException e => $"The token lifetime is invalid; NotBefore: '{Time(e.NotBefore)}', Expires: '{Time(e.Expires)}'",
        SecurityTokenNotYetValidException e => $"The token is not valid before '{Time(e.NotBefore)}'",
        SecurityTokenExpiredException e => $"The token expired at '{Time(e.Expires)}'",
        SecurityTokenSignatureKeyNotFoundException => "The signature key was not found",
        SecurityTokenInvalidSignatureException => "The signature is invalid",
        _ => null,
    };

    private static string Time(DateTime? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "(null)";

    private static string Time(DateTime value) => value.ToString(CultureInfo.InvariantCulture);

    // The value is the caller's; it must not be able to break out of the quoted string or the header.
    private static string Clean(string? value)
        => value is null ? "(null)" : new string([.. value.Where(static c => c is >= ' ' and < (char)127 and not '"' and not '\\')]);
}
