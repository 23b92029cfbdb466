using System.Text.Json.Serialization;
using Ecommerce.CartService.Application.Changes;
using Ecommerce.CartService.Domain;

namespace Ecommerce.CartService.Infrastructure.Persistence;

/// <summary>How carts and their changes are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(Cart))]
[JsonSerializable(typeof(AddLine))]
[JsonSerializable(typeof(SetQuantity))]
[JsonSerializable(typeof(RemoveLine))]
[JsonSerializable(typeof(AddCoupon))]
[JsonSerializable(typeof(RemoveCoupon))]
[JsonSerializable(typeof(SetDestination))]
[JsonSerializable(typeof(SaveForLater))]
[JsonSerializable(typeof(MoveToCart))]
[JsonSerializable(typeof(RemoveSaved))]
[JsonSerializable(typeof(Acknowledge))]
[JsonSerializable(typeof(CartLook))]
internal sealed partial class StoredJson : JsonSerializerContext;
