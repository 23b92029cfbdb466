namespace Ecommerce.UserService.Api;

/// <param name="Email">The account's address, typed again: nobody is forgotten by a slip.</param>
internal sealed record EraseRequest(string Email);
