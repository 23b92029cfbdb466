using System.Text.Json.Serialization;
using Ecommerce.DiscountService.Application.GroupCustomers;
using Ecommerce.DiscountService.Application.ReadUsage;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.DiscountService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(ActionRequest))]
[JsonSerializable(typeof(CouponBatchResponse))]
[JsonSerializable(typeof(CouponResponse))]
[JsonSerializable(typeof(GenerateCouponsRequest))]
[JsonSerializable(typeof(Page<CouponResponse>))]
[JsonSerializable(typeof(Page<CustomerGroup>))]
[JsonSerializable(typeof(Page<GroupMember>))]
[JsonSerializable(typeof(Page<PromotionResponse>))]
[JsonSerializable(typeof(Page<RedemptionResponse>))]
[JsonSerializable(typeof(PromotionRequest))]
[JsonSerializable(typeof(PromotionResponse))]
[JsonSerializable(typeof(PromotionUse))]
[JsonSerializable(typeof(TrialResponse))]
[JsonSerializable(typeof(TryPromotionRequest))]
internal sealed partial class ApiJson : JsonSerializerContext;
