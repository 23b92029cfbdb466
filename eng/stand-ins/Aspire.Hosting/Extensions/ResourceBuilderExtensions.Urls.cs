using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Changes the URLs that the dashboard shows.</summary>
    public static IResourceBuilder<T> WithUrls<T>(this IResourceBuilder<T> builder, Action<ResourceUrlsCallbackContext> callback) where T : IResource
        => builder.WithAnnotation(new ResourceUrlsCallbackAnnotation(callback));

    /// <summary>Changes the URLs that the dashboard shows.</summary>
    public static IResourceBuilder<T> WithUrls<T>(this IResourceBuilder<T> builder, Func<ResourceUrlsCallbackContext, Task> callback) where T : IResource
        => builder.WithAnnotation(new ResourceUrlsCallbackAnnotation(callback));

    /// <summary>Adds a URL; a path is one of each http endpoint.</summary>
    public static IResourceBuilder<T> WithUrl<T>(this IResourceBuilder<T> builder, string url, string? displayText = null) where T : IResource
        => builder.WithUrls(context =>
        {
            if (!url.StartsWith('/') && Uri.TryCreate(url, UriKind.Absolute, out _))
            {
                context.Urls.Add(new ResourceUrlAnnotation { Url = url, DisplayText = displayText });
                return;
            }

            foreach (var endpoint in context.Resource is IResourceWithEndpoints owner ? owner.GetEndpoints().Where(e => e.Scheme is "http" or "https" && e.IsAllocated) : [])
            {
                context.Urls.Add(new ResourceUrlAnnotation { Url = $"{endpoint.Url}/{url.TrimStart('/')}", DisplayText = displayText, Endpoint = endpoint });
            }
        });

    /// <summary>Adds a URL.</summary>
    public static IResourceBuilder<T> WithUrl<T>(this IResourceBuilder<T> builder, in ReferenceExpression.ExpressionInterpolatedStringHandler url, string? displayText = null) where T : IResource
        => builder.WithUrl(ReferenceExpression.Create(url), displayText);

    /// <summary>Adds a URL.</summary>
    public static IResourceBuilder<T> WithUrl<T>(this IResourceBuilder<T> builder, ReferenceExpression url, string? displayText = null) where T : IResource
        => builder.WithUrls(async context =>
        {
            var endpoint = url.ValueProviders.OfType<EndpointReference>().FirstOrDefault();
            if (await url.GetValueAsync(context.CancellationToken).ConfigureAwait(false) is { Length: > 0 } value)
            {
                context.Urls.Add(new ResourceUrlAnnotation { Url = value, DisplayText = displayText, Endpoint = endpoint });
            }
        });

    /// <summary>Changes the URL of an endpoint.</summary>
    public static IResourceBuilder<T> WithUrlForEndpoint<T>(this IResourceBuilder<T> builder, [EndpointName] string endpointName, Action<ResourceUrlAnnotation> callback) where T : IResource
        => builder.WithUrls(context =>
        {
            foreach (var url in context.Urls.Where(u => ResourceNames.Comparer.Equals(u.Endpoint?.EndpointName ?? "", endpointName)).ToArray())
            {
                callback(url);
                if (url.Url.StartsWith('/') && url.Endpoint is { IsAllocated: true })
                {
                    url.Url = url.Endpoint.Url + url.Url;
                }
            }
        });

    /// <summary>Adds a URL to an endpoint.</summary>
    public static IResourceBuilder<T> WithUrlForEndpoint<T>(this IResourceBuilder<T> builder, [EndpointName] string endpointName, Func<EndpointReference, ResourceUrlAnnotation> callback) where T : IResourceWithEndpoints
        => builder.WithUrls(context =>
        {
            if (context.GetEndpoint(endpointName) is { Exists: true } endpoint)
            {
                var url = callback(endpoint);
                context.Urls.Add(new ResourceUrlAnnotation
                {
                    Url = url.Url.StartsWith('/') && endpoint.IsAllocated ? endpoint.Url + url.Url : url.Url,
                    DisplayText = url.DisplayText, DisplayLocation = url.DisplayLocation, Endpoint = endpoint,
                });
            }
        });
}
