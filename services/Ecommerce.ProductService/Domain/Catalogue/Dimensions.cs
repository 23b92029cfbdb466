namespace Ecommerce.ProductService.Domain.Catalogue;

/// <summary>Of one unit as it is packed, in millimetres.</summary>
internal sealed record Dimensions(int LengthMm, int WidthMm, int HeightMm);
