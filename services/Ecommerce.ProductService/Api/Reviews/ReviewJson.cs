using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.ProductService.Api.Reviews;

/// <summary>How requests and answers about reviews are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(RatingResponse))]
[JsonSerializable(typeof(RejectReviewRequest))]
[JsonSerializable(typeof(ReviewRequest))]
[JsonSerializable(typeof(ReviewResponse))]
[JsonSerializable(typeof(VoteRequest))]
[JsonSerializable(typeof(Page<ReviewResponse>))]
internal sealed partial class ReviewJson : JsonSerializerContext;
