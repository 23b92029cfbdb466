using Ecommerce.ProductService.Application;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
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
        product.Activate(Now).IsSuccess.ShouldBeTrue();
        product.ClearDomainEvents();
        product.SetPrice("CUP-1", currency, amount, null, Now).IsSuccess.ShouldBeTrue();

        var told = product.DomainEvents.SelectMany(happened => new ProductEventMapper().Map(product, happened)).ToList();
        told.OfType<Contract.ProductChanged>().Count().ShouldBe(1);
        told.OfType<Contract.PriceDropped>().ShouldBe(isTold ? [new Contract.PriceDropped("CUP-1", product.Id, 1999, amount, currency, Now)] : []);
    }

    [Fact]
    public void Nobody_is_told_of_a_lower_price_of_what_is_not_on_sale()
    {
        var product = Product.Create(Guid.NewGuid(), "cup", "Cup", "", null, [], [], [Variant.Of("CUP-1", [], 100, 0, new Dictionary<string, long> { ["USD"] = 1999 })], Now);
        product.SetPrice("CUP-1", "USD", 999, null, Now);
        product.ScheduleSale("CUP-1", ScheduledPrice.Of(Guid.NewGuid(), "USD", 500, Now, null), Now);

        product.DomainEvents.OfType<PriceDropped>().ShouldBeEmpty();
    }

    [Fact]
    public void A_cancelled_sale_that_was_dearer_is_a_price_that_falls()
    {
        var (sale, product) = (Guid.NewGuid(), Product.Create(Guid.NewGuid(), "cup", "Cup", "", null, [], [], [Variant.Of("CUP-1", [], 100, 0, new Dictionary<string, long> { ["USD"] = 1999 })], Now));
        product.Activate(Now);
        product.ScheduleSale("CUP-1", ScheduledPrice.Of(sale, "USD", 2500, Now, null), Now);
        product.DomainEvents.OfType<PriceDropped>().ShouldBeEmpty();

        product.CancelSale("CUP-1", sale, Now);

        product.DomainEvents.OfType<PriceDropped>().ShouldBe([new PriceDropped("CUP-1", "USD", 2500, 1999, Now)]);
    }

    [Fact]
    public void An_article_has_at_most_a_hundred_sales()
    {
        var product = Product.Create(Guid.NewGuid(), "cup", "Cup", "", null, [], [], [Variant.Of("CUP-1", [], 100, 0, new Dictionary<string, long> { ["USD"] = 1999 })], Now);
        Ecommerce.SharedKernel.Results.Result Schedule(int day) =>
            product.ScheduleSale("CUP-1", ScheduledPrice.Of(Guid.NewGuid(), "USD", 1000, Now.AddDays(day), Now.AddDays(day + 1)), Now);
        Enumerable.Range(0, Product.MostSales).Select(Schedule).ShouldAllBe(scheduled => scheduled.IsSuccess);

        Schedule(Product.MostSales).Error!.Code.ShouldBe("product.too_many_sales");
    }
}
