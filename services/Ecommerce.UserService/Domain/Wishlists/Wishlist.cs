using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.UserService.Domain.Wishlists;

/// <summary>A named list of articles that a customer wants. One of a customer's lists is the default.</summary>
internal sealed class Wishlist : AggregateRoot<Guid>
{
    public const int MostLists = 20;
    public const int MostItems = 500;
    public const string DefaultName = "Wishlist";

    private Wishlist()
    {
    }

    private Wishlist(Guid id)
        : base(id)
    {
    }

    public Guid CustomerId { get; private init; }

    public string Name { get; private set; } = "";

    public bool IsDefault { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>SHA-256 of the link's secret; null while it is not shared.</summary>
    public byte[]? ShareHash { get; private set; }

    public DateTimeOffset? SharedAt { get; private set; }

    public static Wishlist Create(Guid id, Guid customerId, string name, bool isDefault, DateTimeOffset now) =>
        new(id) { CustomerId = customerId, Name = name, IsDefault = isDefault, CreatedAt = now };

    public void Rename(string name)
    {
        Name = name;
        Touch();
    }

    public void SetDefault(bool isDefault)
    {
        IsDefault = isDefault;
        Touch();
    }

    /// <summary>Shares it by a link; an earlier link stops working.</summary>
    public void Share(byte[] hash, DateTimeOffset now)
    {
        (ShareHash, SharedAt) = (hash, now);
        Touch();
    }

    /// <summary>The link stops working.</summary>
    public void Unshare()
    {
        (ShareHash, SharedAt) = (null, null);
        Touch();
    }
}
