using Ecommerce.Contracts.Product.Internal;
using Microsoft.Extensions.Caching.Memory;

namespace Ecommerce.CartService.Infrastructure.Services;

/// <summary>Articles that were looked up in the last seconds. What does not exist or is not on sale is asked for each time.</summary>
internal sealed class RecentArticles : IDisposable
{
    private const int Capacity = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly MemoryCache _articles = new(new MemoryCacheOptions { SizeLimit = Capacity });

    public VariantDto? Find(string sku, string currency) => _articles.Get<VariantDto>((sku, currency));

    public void Remember(VariantDto? variant, string currency)
    {
        if (variant is { IsActive: true })
        {
            _articles.Set((variant.Sku, currency), variant, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Lifetime, Size = 1 });
        }
    }

    public void Dispose() => _articles.Dispose();
}
