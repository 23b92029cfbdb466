using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ecommerce.ServiceDefaults.Authentication;

/// <summary>Has a token checked once and remembers for a short while whose it is, so that its repetition costs a look-up.</summary>
/// <remarks>
/// Before the framework's own service, which does everything else. Remembered under the header's SHA-256, until the token expires, for
/// <see cref="Memory"/> at most, and only as long as the issuer's keys are the same: when they are fetched anew, every token is checked again,
/// so a key that was taken back is worth nothing from then on.
/// </remarks>
internal sealed class RememberingAuthenticationService(IOptionsMonitor<JwtBearerOptions> options, TimeProvider clock) : IAuthenticationService
{
    internal const int Most = 10_000;
    internal static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    // A longer one is checked each time.
    private const int LongestHeader = 4096;

    private static readonly Task<AuthenticateResult> Nobody = Task.FromResult(AuthenticateResult.NoResult());
    private readonly ConcurrentDictionary<Key, Remembered> _good = new();

    public Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme)
    {
        var header = context.Request.Headers.Authorization;
        if (scheme != JwtBearerDefaults.AuthenticationScheme || header is not [{ Length: <= LongestHeader } value])
        {
            return scheme == JwtBearerDefaults.AuthenticationScheme && header.Count == 0 ? Nobody : Framework(context).AuthenticateAsync(context, scheme);
        }

        var key = Key.Of(value);
        return _good.TryGetValue(key, out var remembered) && KeysAsync() is { IsCompletedSuccessfully: true, Result: var keys } && ReferenceEquals(remembered.Keys, keys) && clock.GetUtcNow() < remembered.Until
            ? remembered.Result
            : CheckAsync(context, key);
    }

    public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => Framework(context).ChallengeAsync(context, scheme, properties);

    public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => Framework(context).ForbidAsync(context, scheme, properties);

    public Task SignInAsync(HttpContext context, string? scheme, ClaimsPrincipal principal, AuthenticationProperties? properties) =>
        Framework(context).SignInAsync(context, scheme, principal, properties);

    public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => Framework(context).SignOutAsync(context, scheme, properties);

    // A request's own, as the framework has it.
    private static AuthenticationService Framework(HttpContext context) => context.RequestServices.GetRequiredService<AuthenticationService>();

    private async Task<AuthenticateResult> CheckAsync(HttpContext context, Key key)
    {
        var keys = await KeysAsync();
        var result = await Framework(context).AuthenticateAsync(context, JwtBearerDefaults.AuthenticationScheme);

        // Where the keys changed meanwhile, it is not known which ones it was checked with.
        if (result.Succeeded && keys is not null && ReferenceEquals(keys, await KeysAsync()))
        {
            Remember(key, result, keys);
        }

        return result;
    }

    private void Remember(in Key key, AuthenticateResult result, object keys)
    {
        var now = clock.GetUtcNow();
        if (_good.Count >= Most)
        {
            foreach (var old in _good.Where(pair => pair.Value.Until <= now))
            {
                _good.TryRemove(old);
            }

            if (_good.Count >= Most)
            {
                _good.Clear();
            }
        }

        var until = result.Properties?.ExpiresUtc is { } expires && expires < now + Memory ? expires : now + Memory;
        _good[key] = new Remembered(Task.FromResult(result), keys, until);
    }

    // The same instance until they are fetched anew; null where they are not to be had, and then nothing is remembered.
    private async Task<object?> KeysAsync()
    {
        var bearer = options.Get(JwtBearerDefaults.AuthenticationScheme);
        try
        {
            return bearer.ConfigurationManager is { } manager ? await manager.GetConfigurationAsync(CancellationToken.None) : bearer.TokenValidationParameters.IssuerSigningKey;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Remembered(Task<AuthenticateResult> Result, object Keys, DateTimeOffset Until);

    private readonly record struct Key(ulong A, ulong B, ulong C, ulong D)
    {
        public static Key Of(string header)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(header.Length)];
            SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(header, bytes)], hash);
            return new Key(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]), BitConverter.ToUInt64(hash[16..]), BitConverter.ToUInt64(hash[24..]));
        }
    }
}
