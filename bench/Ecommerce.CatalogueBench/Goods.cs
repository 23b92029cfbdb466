namespace Ecommerce.CatalogueBench;

/// <summary>A product of the made-up catalogue.</summary>
internal sealed record Goods(
    string Handle, string Name, string Description, string Brand, string Department, string Shelf, string Material, int WarrantyYears, bool IsWaterproof, IReadOnlyList<Article> Articles);
