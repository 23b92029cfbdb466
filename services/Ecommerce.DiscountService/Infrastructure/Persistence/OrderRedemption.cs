namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>What an order holds, as a whole. Changed by the functions of <see cref="Migrations.RedemptionFunctions"/> only.</summary>
internal sealed class OrderRedemption
{
    public required Guid OrderId { get; init; }

    public required RedemptionStatus Status { get; init; }

    public required string[] CustomerKeys { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset ReservedAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public IReadOnlyList<Redemption> Redemptions { get; init; } = [];
}
