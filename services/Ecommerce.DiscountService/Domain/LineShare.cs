namespace Ecommerce.DiscountService.Domain;

/// <summary>What a promotion takes off a line.</summary>
internal readonly record struct LineShare(Guid LineId, long Amount);
