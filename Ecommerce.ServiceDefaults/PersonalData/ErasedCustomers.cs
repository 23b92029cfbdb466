using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ServiceDefaults.PersonalData;

/// <summary>The note of forgotten customers, for services that store people because of events, which can come late.</summary>
public static class ErasedCustomers
{
    /// <summary>Adds the note to a service's model; its migrations then make the table.</summary>
    public static ModelBuilder AddErasedCustomers(this ModelBuilder builder) => builder.Entity<ErasedCustomer>(erased =>
    {
        erased.ToTable("erased_customers");
        erased.HasKey(customer => customer.Id);
        erased.Property(customer => customer.Id).ValueGeneratedNever();
    });

    /// <summary>Whether a customer is forgotten.</summary>
    public static Task<bool> IsErasedAsync(this DbContext context, Guid customerId, CancellationToken cancellationToken) =>
        context.Set<ErasedCustomer>().AsNoTracking().AnyAsync(customer => customer.Id == customerId, cancellationToken);

    internal static async Task RememberErasedAsync(this DbContext context, Guid customerId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (context.Model.FindEntityType(typeof(ErasedCustomer)) is not null)
        {
            await context.Database.ExecuteSqlAsync(
                $"INSERT INTO erased_customers (id, erased_at) VALUES ({customerId}, {now}) ON CONFLICT DO NOTHING", cancellationToken);
        }
    }
}
