namespace Ecommerce.OrderService.Application;

/// <summary>Someone else changed the order between its loading and its saving.</summary>
internal sealed class OrderChangedException(Exception innerException) : Exception("The order was changed by someone else.", innerException);
