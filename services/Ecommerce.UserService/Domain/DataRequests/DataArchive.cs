namespace Ecommerce.UserService.Domain.DataRequests;

/// <summary>The finished copy of a customer's data, kept for some days.</summary>
internal sealed class DataArchive
{
    private DataArchive()
    {
    }

    /// <summary>The request's id.</summary>
    public Guid Id { get; private init; }

    public Guid CustomerId { get; private init; }

    /// <summary>A ZIP file.</summary>
    public byte[] Content { get; private init; } = [];

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>SHA-256 of the one link that works; null where there is none or it was used.</summary>
    public byte[]? LinkHash { get; private init; }

    public DateTimeOffset? LinkExpiresAt { get; private init; }

    public static DataArchive Of(DataRequest request, byte[] content, DateTimeOffset expiresAt) =>
        new() { Id = request.Id, CustomerId = request.CustomerId, Content = content, ExpiresAt = expiresAt };
}
