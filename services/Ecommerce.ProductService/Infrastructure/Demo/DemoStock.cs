using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;

namespace Ecommerce.ProductService.Infrastructure.Demo;

internal sealed record DemoStock(IReadOnlyList<Brand> Brands, IReadOnlyList<Category> Categories, IReadOnlyList<Product> Products, IReadOnlyDictionary<string, int> Stock);
