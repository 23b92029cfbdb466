namespace Ecommerce.UserService.Api;

/// <param name="Name">One list of a customer has it.</param>
/// <param name="IsDefault">With true it becomes the default instead of the one that is.</param>
internal sealed record WishlistRequest(string Name, bool IsDefault = false);
