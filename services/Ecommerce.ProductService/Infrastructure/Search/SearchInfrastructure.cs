using Ecommerce.ProductService.Application.Search;

namespace Ecommerce.ProductService.Infrastructure.Search;

internal static class SearchInfrastructure
{
    public static void AddSearch(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<SearchSettings>(builder.Configuration.GetSection(SearchSettings.Section));
        builder.Services.AddSingleton<ProductIndex>();
        builder.Services.AddSingleton<IndexSource>();
        builder.Services.AddSingleton<IProductSearch, ProductSearch>();
        builder.Services.AddHostedService<IndexFollower>();
        builder.Services.AddHealthChecks().AddCheck<IndexHealthCheck>("search-index");
    }
}
