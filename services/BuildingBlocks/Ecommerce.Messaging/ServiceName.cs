using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;

namespace Ecommerce.Messaging;

/// <summary>A service's name, as the AppHost, Kubernetes and its queue have it.</summary>
public static partial class ServiceName
{
    /// <summary><c>order-service</c> for the assembly <c>Ecommerce.OrderService</c>.</summary>
    public static string Of(IHostEnvironment environment) =>
        WordStart().Replace(environment.ApplicationName.Split('.')[^1], "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
