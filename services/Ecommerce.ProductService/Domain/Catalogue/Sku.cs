namespace Ecommerce.ProductService.Domain.Catalogue;

/// <summary>An article's number.</summary>
internal static class Sku
{
    public static bool IsValid(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/');
}
