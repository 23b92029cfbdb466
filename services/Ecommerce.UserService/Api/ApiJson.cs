using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.UserService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(ActivityResponse))]
[JsonSerializable(typeof(AddItemRequest))]
[JsonSerializable(typeof(AddressRequest))]
[JsonSerializable(typeof(AddressResponse))]
[JsonSerializable(typeof(ConsentResponse))]
[JsonSerializable(typeof(DataRequestPartResponse))]
[JsonSerializable(typeof(DataRequestResponse))]
[JsonSerializable(typeof(DownloadLinkResponse))]
[JsonSerializable(typeof(EraseRequest))]
[JsonSerializable(typeof(MoveToCartRequest))]
[JsonSerializable(typeof(MovedToCartResponse))]
[JsonSerializable(typeof(PreferencesRequest))]
[JsonSerializable(typeof(PreferencesResponse))]
[JsonSerializable(typeof(ProfileRequest))]
[JsonSerializable(typeof(ProfileResponse))]
[JsonSerializable(typeof(ShareResponse))]
[JsonSerializable(typeof(SharedWishlistResponse))]
[JsonSerializable(typeof(WishlistItemResponse))]
[JsonSerializable(typeof(WishlistRequest))]
[JsonSerializable(typeof(WishlistResponse))]
[JsonSerializable(typeof(IReadOnlyList<WishlistResponse>))]
[JsonSerializable(typeof(Page<ActivityResponse>))]
[JsonSerializable(typeof(Page<DataRequestResponse>))]
[JsonSerializable(typeof(Page<WishlistItemResponse>))]
internal sealed partial class ApiJson : JsonSerializerContext;
