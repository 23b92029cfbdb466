namespace Ecommerce.DiscountService.Application.GroupCustomers;

/// <summary>Groups of customers; one that has no member does not exist.</summary>
internal interface ICustomerGroups
{
    /// <summary>Groups by name, with how many are in them.</summary>
    Task<IReadOnlyList<CustomerGroup>> ListAsync(string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Members of a group by id.</summary>
    Task<IReadOnlyList<GroupMember>> ListMembersAsync(string group, Guid? after, int limit, CancellationToken cancellationToken);

    /// <summary>Puts a customer into a group; harmless when repeated.</summary>
    Task AddAsync(string group, Guid customerId, CancellationToken cancellationToken);

    /// <summary>Takes a customer out of a group; harmless when repeated.</summary>
    Task RemoveAsync(string group, Guid customerId, CancellationToken cancellationToken);
}
