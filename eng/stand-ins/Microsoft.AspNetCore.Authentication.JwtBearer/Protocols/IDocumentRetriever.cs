namespace Microsoft.IdentityModel.Protocols;

/// <summary>Fetches a document.</summary>
public interface IDocumentRetriever
{
    /// <summary>Gets the text at <paramref name="address" />.</summary>
    Task<string> GetDocumentAsync(string address, CancellationToken cancel);
}
