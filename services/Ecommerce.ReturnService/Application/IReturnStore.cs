using Ecommerce.ReturnService.Domain;

namespace Ecommerce.ReturnService.Application;

/// <summary>Returns, and what came back of each order.</summary>
internal interface IReturnStore
{
    void Add(Return request);

    Task<Return?> FindAsync(ReturnId id, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that holds the order's row, which is made where it is not there yet.</summary>
    Task<OrderReturns> LockAsync(SoldOrder order, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that holds the row of a return's order, and only then reads the return, as those before it left it.</summary>
    Task<(Return Request, OrderReturns Order)?> FindAndLockAsync(ReturnId id, CancellationToken cancellationToken);

    /// <summary>Saves all changes, and commits where a row is held.</summary>
    Task SaveAsync(CancellationToken cancellationToken);
}
