using Ecommerce.Messaging;
using Ecommerce.ProductService.Application;
using Ecommerce.ProductService.Infrastructure.Catalogue;
using Ecommerce.ProductService.Infrastructure.Demo;
using Ecommerce.ProductService.Infrastructure.Images;
using Ecommerce.ProductService.Infrastructure.Inventory;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.ProductService.Infrastructure.Reviews;
using Ecommerce.ServiceDefaults.Persistence;

namespace Ecommerce.ProductService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<ProductDbContext>("productdb");
        builder.AddCatalogueInfrastructure();
        builder.Services.AddInventory();
        builder.AddImages();
        builder.AddReviews();
        builder.Services.AddSingleton<IDatabaseSeed, DemoCatalogue>();
        builder.AddMessaging<ProductDbContext, ProductEventMapper>(messaging => messaging.HandleInventory().HandleReviews());
    }
}
