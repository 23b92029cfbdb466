using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Application.Catalogue.TurnPrices;
using Ecommerce.ProductService.Infrastructure.Import;
using Ecommerce.ProductService.Infrastructure.Search;

namespace Ecommerce.ProductService.Infrastructure.Catalogue;

internal static class CatalogueInfrastructure
{
    public static void AddCatalogueInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<ICatalogueReader, CatalogueReader>();
        builder.Services.AddScoped<ICatalogueStore, CatalogueStore>();
        builder.Services.AddScoped<IPriceClock, PriceClock>();
        builder.AddSearch();
        builder.AddImport();
    }
}
