namespace Ecommerce.OrderService.Api;

/// <summary>Settings of guests' order links, section <c>GuestAccess</c>.</summary>
internal sealed class GuestAccessOptions
{
    public const string Section = "GuestAccess";

    /// <summary>A secret of at least 32 characters.</summary>
    public string Key { get; set; } = "";
}
