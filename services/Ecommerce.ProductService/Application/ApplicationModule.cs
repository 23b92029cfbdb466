using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Application.Inventory;

namespace Ecommerce.ProductService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<ReservationExpiry>();
        builder.AddCatalogue();
    }
}
