using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.CartService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(AddCouponRequest))]
[JsonSerializable(typeof(AddLineRequest))]
[JsonSerializable(typeof(CartLineResponse))]
[JsonSerializable(typeof(CartResponse))]
[JsonSerializable(typeof(CouponResponse))]
[JsonSerializable(typeof(CreateCartRequest))]
[JsonSerializable(typeof(DestinationRequest))]
[JsonSerializable(typeof(DestinationResponse))]
[JsonSerializable(typeof(DiscountResponse))]
[JsonSerializable(typeof(LineDiscountResponse))]
[JsonSerializable(typeof(MergeRequest))]
[JsonSerializable(typeof(Page<CartResponse>))]
[JsonSerializable(typeof(ProblemResponse))]
[JsonSerializable(typeof(SavedLineResponse))]
[JsonSerializable(typeof(SetQuantityRequest))]
[JsonSerializable(typeof(TotalsRequest))]
[JsonSerializable(typeof(TotalsResponse))]
internal sealed partial class ApiJson : JsonSerializerContext;
