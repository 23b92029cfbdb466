using Ecommerce.Contracts;
using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.OrderService.Application.Ports;
using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Pricing;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.PlaceOrder;

/// <summary>Prices a cart anew from the services that own prices, promotions and rates.</summary>
internal sealed class OrderPricing(ICatalogue catalogue, IDiscounts discounts, IShippingRates rates)
{
    public async Task<Result<OrderDraft>> PriceAsync(PlaceOrderCommand command, CartSnapshotDto cart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lookup = await catalogue.LookUpAsync([.. cart.Lines.Select(line => line.Sku).Distinct()], cart.Currency, cancellationToken);
        if (!lookup.IsSuccess)
        {
            return lookup.Error;
        }

        var variants = lookup.Value.Variants.ToDictionary(variant => variant.Sku);
        foreach (var line in cart.Lines)
        {
            if (!variants.TryGetValue(line.Sku, out var variant) || !variant.IsActive)
            {
                return OrderErrors.ArticleUnavailable(line.Sku);
            }
        }

        var option = await ChooseShippingAsync(command, cart, variants, cancellationToken);
        if (!option.IsSuccess)
        {
            return option.Error;
        }

        var calculated = await discounts.CalculateAsync(DiscountRequest(command, cart, variants, option.Value), cancellationToken);
        if (!calculated.IsSuccess)
        {
            return calculated.Error;
        }

        return calculated.Value.Refused is [var refused, ..]
            ? OrderErrors.CouponRefused(refused.CouponCode, refused.Reason)
            : Draft(command, cart, variants, option.Value, calculated.Value, now);
    }

    private async Task<Result<ShippingOptionDto>> ChooseShippingAsync(
        PlaceOrderCommand command, CartSnapshotDto cart, Dictionary<string, VariantDto> variants, CancellationToken cancellationToken)
    {
        var request = new RateRequest(
            command.ShippingAddress.ToDto(),
            cart.Currency,
            cart.Lines.Sum(line => variants[line.Sku].UnitPrice * line.Quantity),
            (int)Math.Min(int.MaxValue, cart.Lines.Sum(line => (long)variants[line.Sku].WeightGrams * line.Quantity)),
            cart.Lines.Sum(line => line.Quantity));
        var rated = await rates.RateAsync(request, cancellationToken);
        if (!rated.IsSuccess)
        {
            return rated.Error;
        }

        var option = rated.Value.Options.FirstOrDefault(option => option.Code == command.ShippingMethod);
        return option is null ? OrderErrors.ShippingUnavailable : option;
    }

    private static CalculateDiscountsRequest DiscountRequest(
        PlaceOrderCommand command, CartSnapshotDto cart, Dictionary<string, VariantDto> variants, ShippingOptionDto option) => new(
        cart.Currency,
        [.. cart.Lines.Select(line => new DiscountLineDto(
            line.LineId, line.Sku, variants[line.Sku].ProductId, variants[line.Sku].CategoryIds, line.Quantity, variants[line.Sku].UnitPrice))],
        option.Price.Amount,
        cart.CouponCodes,
        command.CustomerId,
        command.Email);

    private static OrderDraft Draft(
        PlaceOrderCommand command, CartSnapshotDto cart, Dictionary<string, VariantDto> variants, ShippingOptionDto option,
        CalculateDiscountsResponse calculated, DateTimeOffset now)
    {
        var discountByLine = calculated.Lines.ToDictionary(line => line.LineId, line => line.Amount);
        var priced = cart.Lines
            .Select(line => new PricedLine(variants[line.Sku].UnitPrice, line.Quantity, discountByLine.GetValueOrDefault(line.LineId)))
            .ToArray();
        var tax = TaxTable.For(command.ShippingAddress.Country, command.ShippingAddress.Region);
        var totals = Totals.Of(priced, option.Price.Amount, calculated.ShippingDiscount, tax);
        var lines = cart.Lines.Select((line, index) =>
        {
            var variant = variants[line.Sku];
            return new OrderLineDraft(
                line.LineId, line.Sku, variant.ProductId, variant.Name, variant.VariantName, variant.ImageUrl, line.Quantity,
                variant.WeightGrams, variant.UnitPrice, totals.Lines[index]);
        });
        return new OrderDraft(
            command.OrderId,
            OrderNumber.Create(),
            cart.CartId,
            cart.Version,
            command.CustomerId,
            command.Email,
            command.Locale,
            Currency.From(cart.Currency),
            [.. lines],
            totals,
            calculated.ShippingDiscount,
            command.ShippingAddress,
            command.BillingAddress,
            new ShippingChoice(option.Code, option.Name),
            [.. calculated.Applied.Select(applied => new AppliedDiscount(applied.PromotionId, applied.CouponCode, applied.Name, applied.Amount))],
            new PaymentChoice(Guid.CreateVersion7(now), command.PaymentProvider, command.PaymentMethod, command.ReturnUrl));
    }
}
