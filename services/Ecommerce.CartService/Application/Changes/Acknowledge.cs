namespace Ecommerce.CartService.Application.Changes;

/// <summary>Takes what was last shown as seen, and changes nothing else.</summary>
internal sealed record Acknowledge() : CartChange("acknowledge");
