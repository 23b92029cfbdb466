using System.Text.Json;

namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record ImageResponse(Guid Id, string Url, string? Alt, int Width, int Height, JsonElement Renditions);
