using Ecommerce.ProductService.Application.Search;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>A value of a facet, as the index knows it.</summary>
/// <param name="Name">The facet.</param>
/// <param name="Value">A category's id, a brand's slug, or the value.</param>
internal readonly record struct FacetTerm(FacetName Name, string Value)
{
    public static string Category(Guid id) => $"c{Fields.Separator}{Fields.Separator}{id:N}";

    public static string Brand(string slug) => $"b{Fields.Separator}{Fields.Separator}{slug}";

    public static string Attribute(string code, string value) => $"a{Fields.Separator}{code}{Fields.Separator}{value}";

    public static string Option(string name, string value) => $"o{Fields.Separator}{name}{Fields.Separator}{value}";

    public static string TextOf(FacetTerm term) => term.Name.Kind switch
    {
        FacetKind.Category => $"c{Fields.Separator}{Fields.Separator}{term.Value}",
        FacetKind.Brand => Brand(term.Value),
        FacetKind.Attribute => Attribute(term.Name.Key, term.Value),
        FacetKind.Option => Option(term.Name.Key, term.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "There is no such facet."),
    };

    public static FacetTerm Parse(string term)
    {
        var parts = term.Split(Fields.Separator, 3);
        var kind = parts[0] switch
        {
            "c" => FacetKind.Category,
            "b" => FacetKind.Brand,
            "a" => FacetKind.Attribute,
            "o" => FacetKind.Option,
            _ => throw new FormatException($"'{parts[0]}' is no facet."),
        };
        return new FacetTerm(new FacetName(kind, parts[1]), parts[2]);
    }
}
