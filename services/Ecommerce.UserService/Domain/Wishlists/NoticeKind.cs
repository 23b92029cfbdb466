namespace Ecommerce.UserService.Domain.Wishlists;

internal enum NoticeKind
{
    PriceDrop,
    BackInStock,
}
