using Ecommerce.CartService.Application.Changes;
using Ecommerce.CartService.Application.Ports;
using Ecommerce.CartService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Application.AddToCart;

/// <summary>Adds units of an article that is on sale: one look at the catalogue at the most, one statement.</summary>
internal sealed class AddToCartHandler(ICartStore carts, ICatalogue catalogue)
{
    public async Task<Result<Cart>> HandleAsync(AddToCartCommand command, CancellationToken cancellationToken)
    {
        // Only for the currency, which never changes: a copy does. Who may change the cart is decided where it is changed.
        var cart = await carts.ReadAsync(command.CartId, cancellationToken);
        if (cart is null || !cart.IsHeldBy(command.Holder))
        {
            return CartErrors.NotFound;
        }

        var found = await catalogue.FindRecentAsync(command.Sku, cart.Currency, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        if (found.Value is not { } variant)
        {
            return CartErrors.ArticleUnknown(command.Sku);
        }

        if (!variant.IsActive)
        {
            return CartErrors.ArticleUnavailable(command.Sku);
        }

        var change = new AddLine(
            command.LineId, variant.Sku, command.Quantity, variant.UnitPrice, variant.ProductId, variant.Name, variant.VariantName,
            variant.ImageUrl, command.RequestId);
        return await carts.ChangeAsync(command.CartId, command.Holder, command.Version, change, cancellationToken);
    }
}
