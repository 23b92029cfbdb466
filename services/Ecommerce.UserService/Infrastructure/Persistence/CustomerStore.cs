using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.UserService.Application;
using Ecommerce.UserService.Domain;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.UserService.Infrastructure.Persistence;

internal sealed class CustomerStore(UserDbContext context) : ICustomerStore
{
    public Task<Customer?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Customers.FirstOrDefaultAsync(customer => customer.Id == id, cancellationToken);

    public Task<bool> IsErasedAsync(Guid id, CancellationToken cancellationToken) => context.IsErasedAsync(id, cancellationToken);

    public void Add(Customer customer) => context.Add(customer);

    public void Add(Activity activity) => context.Add(activity);

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    public async Task<IReadOnlyList<Activity>> ListActivitiesAsync(
        Guid customerId, DateTimeOffset? beforeAt, Guid? beforeId, int limit, CancellationToken cancellationToken)
    {
        var activities = context.Activities.AsNoTracking().Where(activity => activity.CustomerId == customerId);
        if (beforeAt is { } at && beforeId is { } id)
        {
            activities = activities.Where(activity => activity.At < at || (activity.At == at && activity.Id < id));
        }

        return await activities.OrderByDescending(activity => activity.At).ThenByDescending(activity => activity.Id).Take(limit).ToListAsync(cancellationToken);
    }
}
