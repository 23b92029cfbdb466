namespace Microsoft.IdentityModel.Protocols;

/// <summary>Makes a configuration of a document.</summary>
public interface IConfigurationRetriever<T>
{
    /// <summary>Gets the configuration at <paramref name="address" />.</summary>
    Task<T> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel);
}
