using Ecommerce.ProductService.Application.Catalogue.ManageProducts;
using Ecommerce.ProductService.Application.Catalogue.ManageShelves;

namespace Ecommerce.ProductService.Application.Catalogue;

internal static class CatalogueApplication
{
    public static void AddCatalogue(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<ProductEditor>();
        builder.Services.AddScoped<ShelfEditor>();
    }
}
