using System.Net;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>An endpoint that is a URI, scheme and path included.</summary>
public class UriEndPoint(Uri uri) : EndPoint
{
    /// <summary>The URI.</summary>
    public Uri Uri => uri;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is UriEndPoint other && Uri.Equals(other.Uri);

    /// <inheritdoc />
    public override int GetHashCode() => Uri.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => uri.ToString();
}
