namespace Ecommerce.UserService.Infrastructure.Persistence;

/// <summary>Somebody's wish for an article.</summary>
internal sealed record Wish(Guid ItemId, Guid CustomerId, string Email, string Locale, string Name, bool IsWanted);
