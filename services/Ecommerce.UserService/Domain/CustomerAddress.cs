namespace Ecommerce.UserService.Domain;

/// <summary>An address in a customer's book.</summary>
internal sealed class CustomerAddress
{
    private CustomerAddress()
    {
    }

    public Guid Id { get; private init; }

    public PostalAddress Address { get; private set; } = null!;

    public bool IsDefaultShipping { get; private set; }

    public bool IsDefaultBilling { get; private set; }

    public static CustomerAddress Of(Guid id, PostalAddress address) => new() { Id = id, Address = address };

    public void Change(PostalAddress address) => Address = address;

    public void SetDefaults(bool shipping, bool billing) => (IsDefaultShipping, IsDefaultBilling) = (shipping, billing);
}
