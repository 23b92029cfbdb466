using Ecommerce.ProductService.Application.Import;

namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>What of a batch is stored: each article and each product once, as its last line says.</summary>
internal sealed class ImportPlan
{
    public Dictionary<string, Guid> NewProducts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (ImportRow Row, Guid Product)> Rows { get; } = new(StringComparer.Ordinal);

    public Dictionary<Guid, PlannedProduct> Products { get; } = [];

    /// <summary>How many lines are taken.</summary>
    public int Accepted { get; private set; }

    public void Take(ImportRow row, Guid product, bool isNew)
    {
        Accepted++;
        Rows[row.Sku] = (row, product);
        if (!Products.TryGetValue(product, out var planned))
        {
            Products[product] = new PlannedProduct(isNew, Copy(row), [row.Line]);
            return;
        }

        planned.Lines.Add(row.Line);
        var known = planned.Row;
        known.Name = row.Name ?? known.Name;
        known.Description = row.Description ?? known.Description;
        known.Brand = row.Brand ?? known.Brand;
        known.Categories = row.Categories ?? known.Categories;
        known.Status = row.Status ?? known.Status;
        known.Attributes = row.Attributes ?? known.Attributes;
        known.Images = row.Images ?? known.Images;
    }

    /// <returns>The lines that are not taken.</returns>
    public IReadOnlyList<long> Drop(Guid product)
    {
        Products.Remove(product, out var dropped);
        foreach (var sku in Rows.Where(row => row.Value.Product == product).Select(row => row.Key).ToArray())
        {
            Rows.Remove(sku);
        }

        Accepted -= dropped!.Lines.Count;
        return dropped.Lines;
    }

    private static ImportRow Copy(ImportRow row) => new()
    {
        Line = row.Line,
        Handle = row.Handle,
        Name = row.Name,
        Description = row.Description,
        Brand = row.Brand,
        Categories = row.Categories,
        Status = row.Status,
        Attributes = row.Attributes,
        Images = row.Images,
    };

    public sealed record PlannedProduct(bool IsNew, ImportRow Row, List<long> Lines);
}
