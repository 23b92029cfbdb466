namespace Ecommerce.UserService.Api;

/// <param name="Url">Whoever has it sees the list. It is shown this once; sharing again makes another and ends this one.</param>
internal sealed record ShareResponse(string Url);
