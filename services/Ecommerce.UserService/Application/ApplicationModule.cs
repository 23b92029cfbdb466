using Ecommerce.UserService.Application.Profile;

namespace Ecommerce.UserService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder) => builder.Services.AddScoped<ProfileHandler>();
}
