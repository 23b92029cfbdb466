namespace Ecommerce.AuthService.Api;

/// <summary>Where a list goes on: before an id, none for its start.</summary>
internal sealed record IdCursor(Guid? Before);
