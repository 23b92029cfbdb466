using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.ServiceDefaults.Routing;

internal static class ContentTypes
{
    /// <summary>
    /// Has endpoints say themselves that a body is of the wrong type, after it is known who calls. Routing would do it first, with an endpoint
    /// of its own that has no policy: whoever sends another type to an open endpoint would be asked to log in.
    /// </summary>
    /// <remarks>The type of the policy is the framework's own business, so it goes by its name; a test holds what it is for.</remarks>
    public static void LeaveContentTypesToEndpoints(this IServiceCollection services)
    {
        services.AddRouting();
        foreach (var policy in services.Where(service => service.ServiceType == typeof(MatcherPolicy) && service.ImplementationType?.Name == "AcceptsMatcherPolicy").ToArray())
        {
            services.Remove(policy);
        }
    }
}
