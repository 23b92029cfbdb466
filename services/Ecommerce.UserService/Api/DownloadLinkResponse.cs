namespace Ecommerce.UserService.Api;

/// <param name="Url">Works once, for the signed-in customer.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record DownloadLinkResponse(string Url, DateTimeOffset ExpiresAt);
