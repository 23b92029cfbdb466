using Ecommerce.ProductService.Application.Search;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>
/// Numbers for the values of facets, the same in all segments of the index. It only grows; one thread adds, and what others read was
/// published to them as a whole.
/// </summary>
internal sealed class FacetDictionary
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<FacetTerm> _terms = [];
    private readonly Dictionary<FacetName, int> _facets = [];
    private readonly List<int> _facetOfTerm = [];
    private View? _view;

    public int Add(string text)
    {
        if (_numbers.TryGetValue(text, out var number))
        {
            return number;
        }

        var term = FacetTerm.Parse(text);
        _numbers[text] = number = _terms.Count;
        _terms.Add(term);
        if (!_facets.TryGetValue(term.Name, out var facet))
        {
            _facets[term.Name] = facet = _facets.Count;
        }

        _facetOfTerm.Add(facet);
        _view = null;
        return number;
    }

    /// <summary>What is known now, for those who read.</summary>
    public View Publish() => _view ??= new View(
        new Dictionary<string, int>(_numbers, StringComparer.Ordinal), [.. _terms], [.. _facetOfTerm], [.. _facets.OrderBy(facet => facet.Value).Select(facet => facet.Key)]);

    /// <param name="Numbers">By the term's text.</param>
    /// <param name="Terms">By number.</param>
    /// <param name="FacetOf">The facet's number, by the term's.</param>
    /// <param name="Facets">By number.</param>
    public sealed record View(Dictionary<string, int> Numbers, FacetTerm[] Terms, int[] FacetOf, FacetName[] Facets);
}
