using Ecommerce.DiscountService.Application.GroupCustomers;
using Microsoft.EntityFrameworkCore;

// The comparison is made in the database, in the column's collation "C".
#pragma warning disable CA1309

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class CustomerGroups(DiscountDbContext context, TimeProvider clock) : ICustomerGroups
{
    public async Task<IReadOnlyList<CustomerGroup>> ListAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        var first = after ?? "";
        return await context.Set<CustomerGroupMember>().Where(member => string.Compare(member.GroupName, first) > 0)
            .GroupBy(member => member.GroupName)
            .OrderBy(group => group.Key).Take(limit)
            .Select(group => new CustomerGroup(group.Key, group.Count())).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<GroupMember>> ListMembersAsync(string group, Guid? after, int limit, CancellationToken cancellationToken)
    {
        var first = after ?? Guid.Empty;
        return await context.Set<CustomerGroupMember>()
            .Where(member => member.GroupName == group && member.CustomerId > first)
            .OrderBy(member => member.CustomerId).Take(limit)
            .Select(member => new GroupMember(member.CustomerId, member.AddedAt)).ToListAsync(cancellationToken);
    }

    public Task AddAsync(string group, Guid customerId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return context.Database.ExecuteSqlAsync(
            $"INSERT INTO customer_group_members (group_name, customer_id, added_at) VALUES ({group}, {customerId}, {now}) ON CONFLICT DO NOTHING",
            cancellationToken);
    }

    public Task RemoveAsync(string group, Guid customerId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"DELETE FROM customer_group_members WHERE group_name = {group} AND customer_id = {customerId}", cancellationToken);
}
