using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Pricing;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.OrderService.Tests;

public sealed class CaptureProperties
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly PostalAddress Address = new("Ada", "1 Main St", null, "Oakland", "CA", "94601", "US", null);

    [Fact]
    public void However_an_order_leaves_in_parcels_what_is_charged_sums_to_its_total_to_the_cent()
    {
        var lines = Gen.Choose(1, 9).SelectMany(quantity => Gen.Choose(0, 99_999).Select(price => (Quantity: quantity, Price: price))).NonEmptyListOf();
        var cases = lines.SelectMany(some => Gen.Choose(0, 2_000).SelectMany(shipping => Gen.Choose(0, int.MaxValue).Select(seed => (Lines: some, Shipping: shipping, Seed: seed))));
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var order = Confirmed([.. sample.Lines.Select(line => new PricedLine(line.Price, line.Quantity, line.Price / 3))], sample.Shipping);
            var units = order.Lines.SelectMany(line => Enumerable.Repeat(line.Id, line.Quantity)).ToArray();
            new Random(sample.Seed).Shuffle(units);
            foreach (var unit in units)
            {
                order.RecordDispatch(Guid.NewGuid(), [(unit, 1)], Now);
            }

            var captures = order.DomainEvents.OfType<CaptureDue>().Select(due => due.Amount).ToArray();
            captures.ShouldAllBe(amount => amount > 0);
            captures.Sum().ShouldBe(order.Total);
            order.FulfilmentStatus.ShouldBe(FulfilmentStatus.Fulfilled);
        }).QuickCheckThrowOnFailure();
    }

    private static Order Confirmed(PricedLine[] priced, long shipping)
    {
        var totals = Totals.Of(priced, shipping, 0, new TaxRule(725, false));
        var lines = totals.Lines.Select((line, index) => new OrderLineDraft(
            Guid.NewGuid(), "TENT", Guid.Empty, "Tent", null, null, priced[index].Quantity, 1, priced[index].UnitPrice, line));
        var order = Order.Place(
            new OrderDraft(
                new OrderId(Guid.NewGuid()), "N", Guid.NewGuid(), 1, null, "ada@example.com", "en", Currency.From("USD"), [.. lines], totals, 0, Address, Address,
                new ShippingChoice("standard", "Standard"), [], new PaymentChoice(Guid.NewGuid(), "stripe", "pm_card_visa", null)),
            "guest",
            Now);
        order.MarkReserved(Now).IsSuccess.ShouldBeTrue();
        order.MarkAuthorized(Now).IsSuccess.ShouldBeTrue();
        order.Confirm(Now).IsSuccess.ShouldBeTrue();
        return order;
    }
}
