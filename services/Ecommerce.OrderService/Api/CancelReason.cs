namespace Ecommerce.OrderService.Api;

internal enum CancelReason
{
    ChangedMind,
    OrderedByMistake,
    FoundCheaper,
    TooSlow,
    Fraud,
    OutOfStock,
    Other,
}
