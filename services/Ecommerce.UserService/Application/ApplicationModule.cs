using Ecommerce.UserService.Application.DataRequests;
using Ecommerce.UserService.Application.Profile;
using Ecommerce.UserService.Application.Wishlists;

namespace Ecommerce.UserService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<ProfileHandler>();
        builder.Services.AddScoped<WishlistHandler>();
        builder.Services.AddHostedService<NoticeWorker>();
        builder.Services.AddOptions<WishlistOptions>().BindConfiguration(WishlistOptions.Section)
            .Validate(options => options.PollInterval > TimeSpan.Zero && options.BatchSize > 0, "Interval and batch size in the section Wishlists are positive.")
            .ValidateOnStart();
        builder.Services.AddScoped<DataRequestHandler>();
        builder.Services.AddScoped<DataRequestRunner>();
        builder.Services.AddHostedService<DataRequestWorker>();
        builder.Services.AddOptions<DataRequestOptions>().BindConfiguration(DataRequestOptions.Section)
            .Validate(options => options.PollInterval > TimeSpan.Zero && options.FirstWait > TimeSpan.Zero, "The times in the section DataRequests are positive.")
            .ValidateOnStart();
    }
}
