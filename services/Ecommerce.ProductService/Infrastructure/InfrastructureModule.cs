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

        // Handlers take locks of articles that buyers want at the same time; none may be held while another is waited for.
        builder.AddMessaging<ProductDbContext, ProductEventMapper>(messaging => messaging.HandleInventory().HandleReviews().OneByOne());
    }
}
