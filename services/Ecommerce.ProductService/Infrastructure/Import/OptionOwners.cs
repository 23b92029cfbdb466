namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>Which article of a product has which options; no two have the same.</summary>
internal sealed class OptionOwners
{
    private readonly Dictionary<(Guid Product, string Options), string> _owners = [];
    private readonly Dictionary<string, (Guid Product, string Options)> _owned = new(StringComparer.Ordinal);

    /// <returns>False where another article has them.</returns>
    public bool TryTake(Guid product, string sku, IReadOnlyDictionary<string, string> options)
    {
        var wanted = (product, string.Join('\u001f', options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"{option.Key}\u001e{option.Value}")));
        if (_owners.TryGetValue(wanted, out var owner) && owner != sku)
        {
            return false;
        }

        if (_owned.TryGetValue(sku, out var before))
        {
            _owners.Remove(before);
        }

        _owners[wanted] = sku;
        _owned[sku] = wanted;
        return true;
    }
}
