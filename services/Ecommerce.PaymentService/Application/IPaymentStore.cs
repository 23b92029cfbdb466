using Ecommerce.PaymentService.Application.Ports;
using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Application;

/// <summary>Payments and their operations.</summary>
internal interface IPaymentStore
{
    Task<Payment?> FindAsync(PaymentId id, CancellationToken cancellationToken);

    /// <summary>The payment, locked until the end of the transaction.</summary>
    Task<Payment?> LockAsync(PaymentId id, CancellationToken cancellationToken);

    /// <summary>Stores a new payment.</summary>
    /// <returns>False where there is one with its id.</returns>
    Task<bool> TryAddAsync(Payment payment, CancellationToken cancellationToken);

    /// <summary>Adds an operation to the unit of work, unless the same was asked for before.</summary>
    Task RequestAsync(PaymentOperation operation, CancellationToken cancellationToken);

    /// <summary>The operation, or null.</summary>
    Task<PaymentOperation?> FindOperationAsync(long position, CancellationToken cancellationToken);

    /// <summary>The operation of a request, or null.</summary>
    Task<PaymentOperation?> FindOperationAsync(PaymentId id, OperationKind kind, Guid requestId, CancellationToken cancellationToken);

    /// <summary>Whether the payment has an older operation that is not done.</summary>
    Task<bool> HasEarlierAsync(PaymentOperation operation, CancellationToken cancellationToken);

    /// <summary>Saves; false where someone else changed the payment meanwhile: nothing was saved and nothing is tracked any more.</summary>
    Task<bool> TrySaveAsync(CancellationToken cancellationToken);

    /// <summary>Takes payments whose outcome is to be asked for, and keeps others off them for a lease.</summary>
    Task<IReadOnlyList<PaymentId>> TakeUnresolvedAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes due operations, at most the oldest of each payment, and keeps others off them for a lease.</summary>
    Task<IReadOnlyList<long>> TakeDueOperationsAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Stores a notice once, and has the payment looked at where that can tell something new.</summary>
    Task StoreNoticeAsync(WebhookNotice notice, DateTimeOffset now, CancellationToken cancellationToken);
}
