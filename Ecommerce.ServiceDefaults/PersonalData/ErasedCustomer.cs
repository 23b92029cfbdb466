namespace Ecommerce.ServiceDefaults.PersonalData;

/// <summary>A customer who is forgotten: what arrives late about them is not stored again.</summary>
public sealed class ErasedCustomer
{
    /// <summary>The account.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was first erased, UTC.</summary>
    public required DateTimeOffset ErasedAt { get; init; }
}
