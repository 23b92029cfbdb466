using System.Text.Json.Serialization;

namespace Ecommerce.ProductService.Api.Images;

/// <summary>How requests and answers about images are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(ChangeImageRequest))]
[JsonSerializable(typeof(ImageResponse))]
[JsonSerializable(typeof(OrderImagesRequest))]
[JsonSerializable(typeof(IReadOnlyList<ImageResponse>))]
internal sealed partial class ImageJson : JsonSerializerContext;
