namespace Ecommerce.ProductService.Domain.Catalogue;

/// <summary>An article's number. It is a step of paths: a slash in it, or dots alone, would lead elsewhere.</summary>
internal static class Sku
{
    public const string Rule = "From 1 to 64 letters, digits and . _ -, the first one a letter or digit.";

    public static bool IsValid(string text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
