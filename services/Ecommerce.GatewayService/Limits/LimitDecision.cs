namespace Ecommerce.GatewayService.Limits;

/// <summary>Whether a request may go on.</summary>
/// <param name="IsAllowed">Whether it may.</param>
/// <param name="Remaining">How many more may, as far as this replica knows.</param>
/// <param name="Seconds">Refused: when to come back. Allowed: when the window ends.</param>
internal readonly record struct LimitDecision(bool IsAllowed, int Remaining, int Seconds);
