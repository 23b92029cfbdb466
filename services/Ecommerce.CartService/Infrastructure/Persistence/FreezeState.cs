namespace Ecommerce.CartService.Infrastructure.Persistence;

internal enum FreezeState
{
    Frozen,
    Released,
}
