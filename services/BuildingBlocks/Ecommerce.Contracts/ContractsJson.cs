using System.Text.Json.Serialization;
using Ecommerce.Contracts.Auth;
using Ecommerce.Contracts.Auth.Internal;
using Ecommerce.Contracts.Cart;
using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Order.Internal;
using Ecommerce.Contracts.Payment;
using Ecommerce.Contracts.Payment.Internal;
using Ecommerce.Contracts.Product;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.Contracts.Returns;
using Ecommerce.Contracts.Shipping;
using Ecommerce.Contracts.Shipping.Internal;

namespace Ecommerce.Contracts;

/// <summary>How the contracts are read and written, worked out when compiling instead of by reflection at the start.</summary>
[JsonSerializable(typeof(AbandonedLineDto))]
[JsonSerializable(typeof(ActionLinkDto))]
[JsonSerializable(typeof(LiveSessionDto))]
[JsonSerializable(typeof(ActionLinkRequested))]
[JsonSerializable(typeof(AddressDto))]
[JsonSerializable(typeof(AppliedDiscountDto))]
[JsonSerializable(typeof(AuthorizePaymentRequest))]
[JsonSerializable(typeof(CalculateDiscountsRequest))]
[JsonSerializable(typeof(CalculateDiscountsResponse))]
[JsonSerializable(typeof(CaptureRequested))]
[JsonSerializable(typeof(CartLineDto))]
[JsonSerializable(typeof(CartAbandoned))]
[JsonSerializable(typeof(CartMerged))]
[JsonSerializable(typeof(CartSnapshotDto))]
[JsonSerializable(typeof(CatalogueImported))]
[JsonSerializable(typeof(DiscountLineDto))]
[JsonSerializable(typeof(DiscountPartDto))]
[JsonSerializable(typeof(EmailVerified))]
[JsonSerializable(typeof(FreezeCartRequest))]
[JsonSerializable(typeof(ItemsRestocked))]
[JsonSerializable(typeof(LineDiscountDto))]
[JsonSerializable(typeof(MoneyDto))]
[JsonSerializable(typeof(OrderCancelled))]
[JsonSerializable(typeof(OrderCompleted))]
[JsonSerializable(typeof(OrderConfirmed))]
[JsonSerializable(typeof(OrderDto))]
[JsonSerializable(typeof(OrderLineDto))]
[JsonSerializable(typeof(OrderTotalsDto))]
[JsonSerializable(typeof(PaymentAuthorized))]
[JsonSerializable(typeof(PaymentCaptured))]
[JsonSerializable(typeof(PaymentDto))]
[JsonSerializable(typeof(PaymentFailed))]
[JsonSerializable(typeof(PaymentRefunded))]
[JsonSerializable(typeof(PaymentVoided))]
[JsonSerializable(typeof(ProductChanged))]
[JsonSerializable(typeof(RateRequest))]
[JsonSerializable(typeof(RateResponse))]
[JsonSerializable(typeof(RefundFailed))]
[JsonSerializable(typeof(RefundRequested))]
[JsonSerializable(typeof(RefusedCouponDto))]
[JsonSerializable(typeof(ReservationDto))]
[JsonSerializable(typeof(ReservedStockDto))]
[JsonSerializable(typeof(ReserveRedemptionsRequest))]
[JsonSerializable(typeof(ReserveStockRequest))]
[JsonSerializable(typeof(ReturnApproved))]
[JsonSerializable(typeof(ReturnLabelDto))]
[JsonSerializable(typeof(ReturnLabelRequest))]
[JsonSerializable(typeof(ReturnLineDto))]
[JsonSerializable(typeof(ReturnReceived))]
[JsonSerializable(typeof(ReturnRefunded))]
[JsonSerializable(typeof(ReturnRejected))]
[JsonSerializable(typeof(ReturnRequested))]
[JsonSerializable(typeof(ShelfChanged))]
[JsonSerializable(typeof(ShipmentDelivered))]
[JsonSerializable(typeof(ShipmentDispatched))]
[JsonSerializable(typeof(ShipmentLineDto))]
[JsonSerializable(typeof(ShipmentStatusChanged))]
[JsonSerializable(typeof(ShippingOptionDto))]
[JsonSerializable(typeof(StockLineDto))]
[JsonSerializable(typeof(StockLow))]
[JsonSerializable(typeof(StockReplenished))]
[JsonSerializable(typeof(UnfreezeCartRequest))]
[JsonSerializable(typeof(UserLoggedIn))]
[JsonSerializable(typeof(UserRegistered))]
[JsonSerializable(typeof(VariantDto))]
[JsonSerializable(typeof(VariantLookupRequest))]
[JsonSerializable(typeof(VariantLookupResponse))]
[JsonSerializable(typeof(VoidPaymentRequest))]
public sealed partial class ContractsJson : JsonSerializerContext;
