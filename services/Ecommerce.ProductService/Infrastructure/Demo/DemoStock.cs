using Ecommerce.ProductService.Domain;

namespace Ecommerce.ProductService.Infrastructure.Demo;

internal sealed record DemoStock(IReadOnlyList<Category> Categories, IReadOnlyList<Product> Products, IReadOnlyDictionary<string, int> Stock);
