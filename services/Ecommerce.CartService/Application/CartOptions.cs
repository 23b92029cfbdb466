namespace Ecommerce.CartService.Application;

/// <summary>Settings, section <c>Carts</c>.</summary>
internal sealed class CartOptions
{
    public const string Section = "Carts";

    /// <summary>How long a guest's cart lives without a change.</summary>
    public TimeSpan GuestLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a customer's cart lives without a change.</summary>
    public TimeSpan CustomerLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>After how long without a change a cart counts as abandoned; where a lifetime is shorter, at its end.</summary>
    public TimeSpan AbandonedAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often abandoned and expired carts are looked for.</summary>
    public TimeSpan ExpiryInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the fast copy of a cart is kept, and how long copies are mistrusted after one could not be written.</summary>
    public TimeSpan CopyLifetime { get; set; } = TimeSpan.FromMinutes(1);
}
