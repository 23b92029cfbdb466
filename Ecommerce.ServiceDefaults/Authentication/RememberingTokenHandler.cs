using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.ServiceDefaults.Authentication;

/// <summary>Checks a token's signature once and remembers for a short while that it is good, so that its repetition costs a look-up.</summary>
/// <remarks>
/// Remembered under the token's SHA-256, until the token expires, for <see cref="Memory"/> at most, and only as long as the issuer's keys are
/// the same: when they are fetched anew, every token is checked again, so a key that was taken back is worth nothing from then on.
/// </remarks>
internal sealed class RememberingTokenHandler(JsonWebTokenHandler inner, TimeProvider clock) : TokenHandler
{
    internal const int Most = 10_000;
    internal static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Key, Remembered> _good = new();

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (token.Length > MaximumTokenSizeInBytes)
        {
            return await inner.ValidateTokenAsync(token, validationParameters);
        }

        var key = Key.Of(token);
        var keys = await KeysAsync(validationParameters);
        var now = clock.GetUtcNow();
        if (keys is not null && _good.TryGetValue(key, out var remembered) && ReferenceEquals(remembered.Keys, keys) && now < remembered.Until)
        {
            return remembered.Result;
        }

        var result = await inner.ValidateTokenAsync(token, validationParameters);

        // Where the keys changed meanwhile, it is not known which ones it was checked with.
        if (keys is not null && result.IsValid && ReferenceEquals(keys, await KeysAsync(validationParameters)))
        {
            Remember(key, new Remembered(result, keys, Until(result, now)), now);
        }

        return result;
    }

    public override Task<TokenValidationResult> ValidateTokenAsync(SecurityToken token, TokenValidationParameters validationParameters) =>
        inner.ValidateTokenAsync(token, validationParameters);

    public override SecurityToken ReadToken(string token) => inner.ReadToken(token);

    private void Remember(in Key key, Remembered remembered, DateTimeOffset now)
    {
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

        _good[key] = remembered;
    }

    private static DateTimeOffset Until(TokenValidationResult result, DateTimeOffset now)
    {
        var expires = new DateTimeOffset(DateTime.SpecifyKind(result.SecurityToken.ValidTo, DateTimeKind.Utc));
        return expires < now + Memory ? expires : now + Memory;
    }

    // The same instance until they are fetched anew; null where they are not to be had, and then nothing is remembered.
    private static async ValueTask<object?> KeysAsync(TokenValidationParameters parameters)
    {
        try
        {
            return parameters.ConfigurationManager is { } manager ? await manager.GetBaseConfigurationAsync(CancellationToken.None) : parameters.IssuerSigningKey;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Remembered(TokenValidationResult Result, object Keys, DateTimeOffset Until);

    private readonly record struct Key(ulong A, ulong B, ulong C, ulong D)
    {
        public static Key Of(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            var length = Encoding.UTF8.GetMaxByteCount(token.Length);
            Span<byte> bytes = length <= 4096 ? stackalloc byte[length] : new byte[length];
            SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(token, bytes)], hash);
            return new Key(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]), BitConverter.ToUInt64(hash[16..]), BitConverter.ToUInt64(hash[24..]));
        }
    }
}
