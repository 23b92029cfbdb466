using Ecommerce.ProductService.Application;
using Ecommerce.ProductService.Domain;
using Contract = Ecommerce.Contracts.Product;

namespace Ecommerce.ProductService.Tests;

public sealed class PriceTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("USD", 1499, true)]
    [InlineData("USD", 1999, false)]
    [InlineData("USD", 2499, false)]
    [InlineData("EUR", 999, false)]
    public void A_price_that_falls_is_told_and_no_other(string currency, long amount, bool isTold)
    {
        var variant = Variant.Of("CUP-1", [], 100, 0, new Dictionary<string, long> { ["USD"] = 1999 });
        var product = Product.Create(Guid.NewGuid(), "cup", "Cup", "", null, [], [], [variant], Now);
        product.SetPrice("CUP-1", currency, amount, null, Now).IsSuccess.ShouldBeTrue();

        var told = product.DomainEvents.SelectMany(happened => new ProductEventMapper().Map(product, happened)).ToList();
        told.OfType<Contract.ProductChanged>().Count().ShouldBe(1);
        told.OfType<Contract.PriceDropped>().ShouldBe(isTold ? [new Contract.PriceDropped("CUP-1", product.Id, 1999, amount, currency, Now)] : []);
    }
}
