using System.Collections.Concurrent;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Payment.Internal;

namespace Ecommerce.OrderService.Tests.Fixture;

/// <summary>One cart and how the world treats its order.</summary>
public sealed class Scenario
{
    private int _failuresLeft;

    public Guid CartId { get; } = Guid.NewGuid();

    public Guid LineId { get; } = Guid.NewGuid();

    /// <summary>The article of this cart, so that a reservation tells whose it is.</summary>
    public string Sku => $"TENT-{CartId:N}";

    public Guid? CustomerId { get; init; }

    public string CartStatus { get; init; } = "active";

    public bool OutOfStock { get; init; }

    /// <summary>authorized, requiresAction, pending or failed.</summary>
    public string PaymentStatus { get; set; } = "authorized";

    /// <summary>How often payment-service fails before it answers.</summary>
    public int PaymentFailures
    {
        init => _failuresLeft = value;
    }

    /// <summary>Whether payment-service can give money back.</summary>
    public bool VoidFails { get; set; }

    /// <summary>What happens between the charge and its answer.</summary>
    public Func<AuthorizePaymentRequest, Task>? WhilePaying { get; set; }

    public ConcurrentQueue<Guid> FrozenBy { get; } = [];

    public ConcurrentQueue<Guid> Unfrozen { get; } = [];

    public ConcurrentQueue<Guid> Reserved { get; } = [];

    public ConcurrentQueue<Guid> Released { get; } = [];

    public ConcurrentQueue<Guid> Paid { get; } = [];

    public ConcurrentQueue<Guid> Voided { get; } = [];

    public async Task<PaymentDto> PayAsync(AuthorizePaymentRequest request)
    {
        if (Interlocked.Decrement(ref _failuresLeft) >= 0)
        {
            throw new InvalidOperationException("payment-service is down");
        }

        Paid.Enqueue(request.PaymentId);
        await (WhilePaying?.Invoke(request) ?? Task.CompletedTask);
        var none = new MoneyDto(0, "USD");
        return new PaymentDto(
            request.PaymentId, request.OrderId, PaymentStatus, request.Amount, none, none,
            PaymentStatus == "requiresAction" ? "https://bank.example/3ds" : null, PaymentStatus == "failed" ? "payment.declined" : null);
    }
}
