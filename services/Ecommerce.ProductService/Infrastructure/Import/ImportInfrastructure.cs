using Ecommerce.ProductService.Application.Import;

namespace Ecommerce.ProductService.Infrastructure.Import;

internal static class ImportInfrastructure
{
    public static void AddImport(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<ImportSettings>(builder.Configuration.GetSection(ImportSettings.Section));
        builder.Services.AddSingleton<ImportSignal>();
        builder.Services.AddSingleton<IImportStore, ImportStore>();
        builder.Services.AddSingleton<ICatalogueExport, CatalogueExport>();
        builder.Services.AddScoped<ImportBatch>();
        builder.Services.AddHostedService<ImportWorker>();
    }
}
