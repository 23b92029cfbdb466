using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ecommerce.OrderService.Domain;
using Microsoft.Extensions.Options;

namespace Ecommerce.OrderService.Api;

/// <summary>A guest reads an order with its number, its email and this signature, which only the order's own answer and emails hold.</summary>
internal sealed class GuestAccess(IOptions<GuestAccessOptions> options)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.Key);

    public string TokenFor(OrderId id) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, id.Value.ToByteArray(bigEndian: true)));

    public bool IsValid(OrderId id, string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(TokenFor(id)), Encoding.UTF8.GetBytes(token));
}
