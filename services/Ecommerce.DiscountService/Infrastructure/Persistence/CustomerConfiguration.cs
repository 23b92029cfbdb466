using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<CustomerOrder>, IEntityTypeConfiguration<CustomerGroupMember>
{
    public void Configure(EntityTypeBuilder<CustomerOrder> order)
    {
        order.ToTable("customer_orders");
        order.HasKey(o => new { o.CustomerKey, o.OrderId });
        order.Property(o => o.CustomerKey).HasMaxLength(80);
        order.HasIndex(o => o.OrderId, "ix_customer_orders_order");
    }

    public void Configure(EntityTypeBuilder<CustomerGroupMember> member)
    {
        member.ToTable("customer_group_members");
        member.HasKey(m => new { m.CustomerId, m.GroupName });
        member.Property(m => m.GroupName).HasMaxLength(40).UseCollation("C");
        member.HasIndex(m => new { m.GroupName, m.CustomerId }, "ix_customer_group_members_group");
    }
}
