namespace Ecommerce.OrderService.Api;

/// <summary>What the buyer has to do before the order goes on.</summary>
internal sealed record NextActionResponse(string Type, string Url);
