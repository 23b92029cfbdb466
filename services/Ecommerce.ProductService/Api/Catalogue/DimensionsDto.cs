namespace Ecommerce.ProductService.Api.Catalogue;

/// <summary>Of one unit as it is packed, in millimetres.</summary>
internal sealed record DimensionsDto(int LengthMm, int WidthMm, int HeightMm);
