using Ecommerce.CartService.Application.Ports;
using Ecommerce.CartService.Domain;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.SharedKernel.Pricing;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Application.PriceCart;

/// <summary>
/// Prices a cart from the services that own prices, promotions and rates. The exact totals are what order-service will work
/// out: the same requests to the same services, the same functions over the answers.
/// </summary>
internal sealed class CartPricing(ICatalogue catalogue, IDiscounts discounts, IShippingRates rates)
{
    private static readonly CalculateDiscountsResponse NoDiscounts = new([], 0, [], []);

    /// <summary>The cart for showing: what is no longer sold is marked and costs nothing.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="customerId">Whose it is; null for a guest.</param>
    /// <param name="email">Theirs, where it is known.</param>
    /// <param name="estimateShipping">Whether the cheapest way to ship is to be in the totals, where the destination is known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<PricedCart>> ShowAsync(
        Cart cart, Guid? customerId, string? email, bool estimateShipping, CancellationToken cancellationToken)
    {
        var looked = await LookUpAsync(cart, withSaved: true, cancellationToken);
        if (!looked.IsSuccess)
        {
            return looked.Error;
        }

        var sold = cart.Lines.Where(line => looked.Value.ContainsKey(line.Sku)).ToArray();
        var estimate = estimateShipping ? await EstimateAsync(cart, sold, looked.Value, cancellationToken) : (ShippingOptionDto?)null;
        if (estimate.Error is { } notRated)
        {
            return notRated;
        }

        var option = estimate.Value;
        var calculated = await DiscountAsync(
            cart, sold, looked.Value, option?.Price.Amount ?? 0, customerId, email ?? cart.Email, explain: true, cancellationToken);
        if (!calculated.IsSuccess)
        {
            return calculated.Error;
        }

        var tax = cart.Destination is { } destination ? TaxTable.For(destination.Country, destination.Region) : TaxRule.None;
        return Priced(cart, sold, looked.Value, calculated.Value, tax, cart.Destination is not null, option);
    }

    /// <summary>The shipping options for a destination.</summary>
    public async Task<Result<RateResponse>> RateAsync(Cart cart, CartDestination destination, CancellationToken cancellationToken)
    {
        var looked = await RequireAllAsync(cart, cancellationToken);
        return looked.IsSuccess
            ? await rates.RateAsync(RequestOf(cart, cart.Lines, looked.Value, AddressOf(destination)), cancellationToken)
            : looked.Error;
    }

    /// <summary>The exact totals for an address and a shipping method.</summary>
    public async Task<Result<PricedCart>> TotalAsync(
        Cart cart, AddressDto address, string shippingMethod, Guid? customerId, string? email, CancellationToken cancellationToken)
    {
        var looked = await RequireAllAsync(cart, cancellationToken);
        if (!looked.IsSuccess)
        {
            return looked.Error;
        }

        var rated = await rates.RateAsync(RequestOf(cart, cart.Lines, looked.Value, address), cancellationToken);
        if (!rated.IsSuccess)
        {
            return rated.Error;
        }

        if (rated.Value.Options.FirstOrDefault(option => option.Code == shippingMethod) is not { } option)
        {
            return CartErrors.ShippingUnavailable;
        }

        var calculated = await DiscountAsync(
            cart, cart.Lines, looked.Value, option.Price.Amount, customerId, email, explain: false, cancellationToken);
        return calculated.IsSuccess
            ? Priced(cart, cart.Lines, looked.Value, calculated.Value, TaxTable.For(address.Country, address.Region), isTaxKnown: true, option)
            : calculated.Error;
    }

    // Rates go by country, region and postal code; the rest of the address is not known yet.
    private static AddressDto AddressOf(CartDestination destination) =>
        new("-", "-", null, "-", destination.Region, destination.PostalCode, destination.Country, null);

    private static PricedCart Priced(
        Cart cart, IReadOnlyList<CartLine> sold, Dictionary<string, VariantDto> variants, CalculateDiscountsResponse calculated, TaxRule tax,
        bool isTaxKnown, ShippingOptionDto? option)
    {
        var discountByLine = calculated.Lines.ToDictionary(line => line.LineId, line => line.Amount);
        var priced = sold
            .Select(line => new PricedLine(variants[line.Sku].UnitPrice, line.Quantity, discountByLine.GetValueOrDefault(line.Id)))
            .ToArray();
        var totals = Totals.Of(priced, option?.Price.Amount ?? 0, calculated.ShippingDiscount, tax);
        var totalsByLine = sold.Select((line, index) => (line.Id, Totals: totals.Lines[index])).ToDictionary(pair => pair.Id, pair => pair.Totals);
        var lines = cart.Lines.Select(line => variants.TryGetValue(line.Sku, out var variant)
            ? new PricedCartLine(line, variant, totalsByLine[line.Id], cart.Look?.Discounts.GetValueOrDefault(line.Id))
            : new PricedCartLine(line, null, null, null));
        var saved = (cart.SavedLines ?? []).Select(line => new PricedSavedLine(line, variants.GetValueOrDefault(line.Sku)));
        return new PricedCart(cart, [.. lines], [.. saved], calculated, totals, isTaxKnown, option);
    }

    private static RateRequest RequestOf(
        Cart cart, IReadOnlyList<CartLine> lines, Dictionary<string, VariantDto> variants, AddressDto destination) => new(
        destination,
        cart.Currency,
        lines.Sum(line => checked(variants[line.Sku].UnitPrice * line.Quantity)),
        (int)Math.Min(int.MaxValue, lines.Sum(line => (long)variants[line.Sku].WeightGrams * line.Quantity)),
        lines.Sum(line => line.Quantity));

    // The cheapest option; null where nothing is offered, or where it goes is not known.
    private async Task<Result<ShippingOptionDto?>> EstimateAsync(
        Cart cart, CartLine[] sold, Dictionary<string, VariantDto> variants, CancellationToken cancellationToken)
    {
        if (cart.Destination is not { } destination || sold.Length == 0)
        {
            return (ShippingOptionDto?)null;
        }

        var rated = await rates.RateAsync(RequestOf(cart, sold, variants, AddressOf(destination)), cancellationToken);
        return rated.IsSuccess ? rated.Value.Options.MinBy(option => option.Price.Amount) : rated.Error;
    }

    private async Task<Result<CalculateDiscountsResponse>> DiscountAsync(
        Cart cart, IReadOnlyList<CartLine> lines, Dictionary<string, VariantDto> variants, long shipping, Guid? customerId, string? email,
        bool explain, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return NoDiscounts;
        }

        var request = new CalculateDiscountsRequest(
            cart.Currency,
            [.. lines.Select(line => new DiscountLineDto(
                line.Id, line.Sku, variants[line.Sku].ProductId, variants[line.Sku].CategoryIds, line.Quantity, variants[line.Sku].UnitPrice))],
            shipping,
            cart.CouponCodes,
            customerId,
            email,
            explain);
        return await discounts.CalculateAsync(request, cancellationToken);
    }

    // Only what is on sale is in the answer.
    private async Task<Result<Dictionary<string, VariantDto>>> LookUpAsync(Cart cart, bool withSaved, CancellationToken cancellationToken)
    {
        var saved = withSaved ? cart.SavedLines ?? [] : [];
        if (cart.Lines.Count + saved.Count == 0)
        {
            return new Dictionary<string, VariantDto>();
        }

        string[] skus = [.. cart.Lines.Select(line => line.Sku).Union(saved.Select(line => line.Sku))];
        var lookup = await catalogue.LookUpAsync(skus, cart.Currency, cancellationToken);
        return lookup.IsSuccess
            ? lookup.Value.Variants.Where(variant => variant.IsActive).ToDictionary(variant => variant.Sku)
            : lookup.Error;
    }

    private async Task<Result<Dictionary<string, VariantDto>>> RequireAllAsync(Cart cart, CancellationToken cancellationToken)
    {
        if (cart.Lines.Count == 0)
        {
            return CartErrors.Empty;
        }

        var looked = await LookUpAsync(cart, withSaved: false, cancellationToken);
        return looked.IsSuccess && cart.Lines.FirstOrDefault(line => !looked.Value.ContainsKey(line.Sku)) is { } gone
            ? CartErrors.ArticleUnavailable(gone.Sku)
            : looked;
    }
}
