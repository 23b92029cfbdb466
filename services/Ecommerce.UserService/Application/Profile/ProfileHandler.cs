using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Domain;

namespace Ecommerce.UserService.Application.Profile;

/// <summary>Changes a customer's own profile and address book.</summary>
internal sealed class ProfileHandler(ICustomerStore customers)
{
    public async Task<Result<Customer>> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        var customer = await customers.FindAsync(id, cancellationToken);
        return customer is null ? CustomerErrors.NotFound : customer;
    }

    /// <param name="id">Whose.</param>
    /// <param name="version">What the change is based on; null for whatever there is.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Stops it; nothing is stored then.</param>
    public async Task<Result<Customer>> ChangeAsync(Guid id, int? version, Func<Customer, Result> change, CancellationToken cancellationToken)
    {
        var customer = await customers.FindAsync(id, cancellationToken);
        if (customer is null)
        {
            return CustomerErrors.NotFound;
        }

        if (version is { } expected && expected != customer.Version)
        {
            return CustomerErrors.Stale;
        }

        var changed = change(customer);
        if (!changed.IsSuccess)
        {
            return changed.Error;
        }

        await customers.SaveAsync(cancellationToken);
        return customer;
    }
}
