using Ecommerce.ProductService.Application.Import;

namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>What of a batch is stored: each article and each product once, as its last line says.</summary>
internal sealed class ImportPlan
{
    public Dictionary<string, Guid> NewProducts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (ImportRow Row, Guid Product)> Rows { get; } = new(StringComparer.Ordinal);

    public Dictionary<Guid, PlannedProduct> Products { get; } = [];

    public int Accepted { get; set; }

    public void Take(ImportRow row, Guid product, bool isNew)
    {
        Rows[row.Sku] = (row, product);
        if (!Products.TryGetValue(product, out var planned))
        {
            Products[product] = new PlannedProduct(isNew, Copy(row));
            return;
        }

        var known = planned.Row;
        known.Name = row.Name ?? known.Name;
        known.Description = row.Description ?? known.Description;
        known.Brand = row.Brand ?? known.Brand;
        known.Categories = row.Categories ?? known.Categories;
        known.Status = row.Status ?? known.Status;
        known.Attributes = row.Attributes ?? known.Attributes;
        known.Images = row.Images ?? known.Images;
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

    public sealed record PlannedProduct(bool IsNew, ImportRow Row);
}
