using Ecommerce.CartService.Application.Ports;
using Ecommerce.CartService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Application.MergeCarts;

/// <summary>Puts a guest's cart into the customer's, each article up to what there is of it now.</summary>
internal sealed class MergeCartsHandler(ICartStore carts, ICatalogue catalogue)
{
    public async Task<Result<Cart>> HandleAsync(Guid id, Guid customerId, GuestCart guest, CancellationToken cancellationToken)
    {
        var holder = new CartHolder(customerId, guest.TokenHash);
        var (own, theirs) = (await carts.FindAsync(id, cancellationToken), await carts.FindAsync(guest.Id, cancellationToken));
        if (own is null || theirs is null || !own.IsHeldBy(holder) || !theirs.IsHeldBy(holder))
        {
            return CartErrors.NotFound;
        }

        // Only what both have is summed. Neither cart is locked yet: what is changed meanwhile is summed up to what a line holds.
        string[] both = [.. own.Lines.Select(line => line.Sku).Intersect(theirs.Lines.Select(line => line.Sku))];
        if (both.Length == 0)
        {
            return await carts.MergeAsync(id, customerId, guest, new Dictionary<string, int>(), cancellationToken);
        }

        var looked = await catalogue.LookUpAsync(both, own.Currency, cancellationToken);
        return looked.IsSuccess
            ? await carts.MergeAsync(id, customerId, guest, looked.Value.Variants.ToDictionary(variant => variant.Sku, variant => variant.Available), cancellationToken)
            : looked.Error;
    }
}
