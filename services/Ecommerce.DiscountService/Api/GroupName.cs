using System.Text.RegularExpressions;

namespace Ecommerce.DiscountService.Api;

/// <summary>Names of groups, of customers and of promotions that exclude each other.</summary>
internal static partial class GroupName
{
    public const string Pattern = @"^[a-z0-9][a-z0-9-]{0,39}\z";
    public const string Message = "A group's name has 1 to 40 small letters, digits or hyphens.";

    public static bool IsValid(string? name) => name is not null && Rule().IsMatch(name);

    [GeneratedRegex(Pattern)]
    private static partial Regex Rule();
}
