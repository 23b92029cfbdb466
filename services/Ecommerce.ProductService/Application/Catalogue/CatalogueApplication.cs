using Ecommerce.ProductService.Application.Catalogue.ManageProducts;
using Ecommerce.ProductService.Application.Catalogue.ManageShelves;
using Ecommerce.ProductService.Application.Catalogue.TurnPrices;

namespace Ecommerce.ProductService.Application.Catalogue;

internal static class CatalogueApplication
{
    public static void AddCatalogue(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<ProductEditor>();
        builder.Services.AddScoped<ShelfEditor>();
        builder.Services.AddHostedService<SaleWatch>();
    }
}
