using Ecommerce.UserService.Domain;

namespace Ecommerce.UserService.Application;

/// <summary>Loads and stores customers; one unit of work per scope.</summary>
internal interface ICustomerStore
{
    Task<Customer?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Whether a customer is forgotten: what comes late about them is not stored.</summary>
    Task<bool> IsErasedAsync(Guid id, CancellationToken cancellationToken);

    void Add(Customer customer);

    void Add(Activity activity);

    Task SaveAsync(CancellationToken cancellationToken);

    /// <summary>A customer's activities, newest first.</summary>
    Task<IReadOnlyList<Activity>> ListActivitiesAsync(Guid customerId, DateTimeOffset? beforeAt, Guid? beforeId, int limit, CancellationToken cancellationToken);
}
