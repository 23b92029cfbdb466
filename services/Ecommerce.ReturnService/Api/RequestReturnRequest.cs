using Ecommerce.ReturnService.Domain;

namespace Ecommerce.ReturnService.Api;

/// <summary>Asks to send goods of an order back.</summary>
/// <param name="OrderId">One's own order.</param>
/// <param name="Lines">What, how many and why; each line once.</param>
/// <param name="Comment">In the customer's words, or null.</param>
internal sealed record RequestReturnRequest(Guid OrderId, IReadOnlyList<RequestReturnLine> Lines, string? Comment = null);
