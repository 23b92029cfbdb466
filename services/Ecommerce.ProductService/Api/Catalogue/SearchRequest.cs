using Ecommerce.ProductService.Application.Search;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <summary>The filters of a search: <c>category=</c>, <c>brand=</c>, <c>attribute.CODE=</c>, <c>option.NAME=</c>, each as often as one likes.</summary>
internal static class SearchRequest
{
    private const int MostValues = 50;
    private const int LongestValue = 200;
    private const string Attribute = "attribute.";
    private const string Option = "option.";

    public static Result<Dictionary<FacetName, IReadOnlyCollection<string>>> Filters(IQueryCollection query)
    {
        var filters = new Dictionary<FacetName, IReadOnlyCollection<string>>();
        var count = 0;
        foreach (var (name, values) in query)
        {
            FacetName? facet = name switch
            {
                "category" => FacetName.Category,
                "brand" => FacetName.Brand,
                _ when name.StartsWith(Attribute, StringComparison.Ordinal) => new FacetName(FacetKind.Attribute, name[Attribute.Length..]),
                _ when name.StartsWith(Option, StringComparison.Ordinal) => new FacetName(FacetKind.Option, name[Option.Length..]),
                _ => null,
            };
            if (facet is not { } wanted)
            {
                continue;
            }

            count += values.Count;
            if (count > MostValues || name.Length > LongestValue || values.Any(value => value is null or { Length: > LongestValue }))
            {
                return Error.InvalidField(name, $"At most {MostValues} values of {LongestValue} characters.");
            }

            // No text of the catalogue has it, and the database would refuse it.
            if (name.Contains('\0', StringComparison.Ordinal) || values.Any(value => value!.Contains('\0', StringComparison.Ordinal)))
            {
                return Error.Invalid("request.malformed", "A text holds a character that is not allowed.");
            }

            filters[wanted] = [.. values.Where(value => value!.Length > 0).Select(value => value!)];
        }

        foreach (var empty in filters.Where(filter => filter.Value.Count == 0).ToList())
        {
            filters.Remove(empty.Key);
        }

        return filters;
    }
}
