using System.Globalization;
using System.Text;
using Ecommerce.SharedKernel.Text;

namespace Ecommerce.ProductService.Domain.Catalogue;

/// <summary>Names in addresses: small letters and digits of ASCII with single hyphens between.</summary>
internal static class Slug
{
    public const int MaximumLength = 200;

    /// <summary>Makes one of a text; empty where the text has no letter or digit that ASCII knows.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in WellFormedText.Repair(text).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c == 'ß')
            {
                slug.Append("ss");
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && c is not '\'' and not '’' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        if (slug.Length > MaximumLength)
        {
            slug.Length = MaximumLength;
        }

        return slug.ToString().Trim('-');
    }

    public static bool IsValid(string text) => text.Length is > 0 and <= MaximumLength && Of(text) == text;
}
