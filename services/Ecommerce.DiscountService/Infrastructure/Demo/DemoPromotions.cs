using Ecommerce.DiscountService.Application;
using Ecommerce.DiscountService.Domain;
using Ecommerce.DiscountService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.SharedKernel.Monetary;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.DiscountService.Infrastructure.Demo;

/// <summary>Coupons of the demonstration shop.</summary>
internal sealed class DemoPromotions(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock) : IDatabaseSeed
{
    private static readonly string[] Currencies = ["USD", "EUR", "GBP"];

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Demo:Enabled"))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IPromotionStore>();
        var context = scope.ServiceProvider.GetRequiredService<DiscountDbContext>();
        var now = clock.GetUtcNow();
        foreach (var terms in Demo())
        {
            if (!await context.Promotions.AnyAsync(p => p.CouponCode == terms.CouponCode && p.Currency == terms.Currency, cancellationToken))
            {
                // Two migrations at once: the unique code lets one of them win.
                var promotion = Promotion.Create(new PromotionId(Guid.CreateVersion7(now)), terms, now).Value!;
                promotion.Activate(now);
                store.Add(promotion);
                await store.TrySaveAsync(promotion, cancellationToken);
            }
        }
    }

    private static IEnumerable<PromotionTerms> Demo() =>
    [
        Coupon("10 % off to welcome you", "WELCOME10", null, 0, PromotionAction.Percentage) with { BasisPoints = 1000, PerCustomerLimit = 1 },
        .. Currencies.Select(code => Coupon("Free shipping", "SHIPFREE", Currency.From(code), 5000, PromotionAction.FreeShipping)),
        .. Currencies.Select(code => Coupon("5 off", "SAVE5", Currency.From(code), 3000, PromotionAction.FixedAmount) with { Amount = 500 }),
    ];

    private static PromotionTerms Coupon(string name, string code, Currency? currency, long minimumSpend, PromotionAction action) =>
        new(name, action) { CouponCode = code, Currency = currency, MinimumSpend = minimumSpend, Combinable = true };
}
