using Ecommerce.PaymentService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.PaymentService.Infrastructure.Persistence;

internal sealed class OperationConfiguration : IEntityTypeConfiguration<PaymentOperation>
{
    public void Configure(EntityTypeBuilder<PaymentOperation> operation)
    {
        operation.ToTable("payment_operations", table => table.HasCheckConstraint("ck_payment_operations_amount", "amount > 0 OR kind = 'Void'"));
        operation.HasKey(o => o.Position);
        operation.Property(o => o.Position).UseIdentityAlwaysColumn();
        operation.Property(o => o.PaymentId).HasConversion(id => id.Value, value => new PaymentId(value));
        operation.Property(o => o.Kind).HasConversion<string>().HasMaxLength(10);
        operation.Property(o => o.State).HasConversion<string>().HasMaxLength(10);
        operation.Property(o => o.FailureCode).HasMaxLength(100);
        operation.HasOne<Payment>().WithMany().HasForeignKey(o => o.PaymentId);
        operation.HasIndex(o => new { o.PaymentId, o.Kind, o.RequestId }, "ux_payment_operations_request").IsUnique();
        operation.HasIndex(o => new { o.PaymentId, o.Position }, "ix_payment_operations_open").HasFilter("state = 'Requested'");
        operation.HasIndex(o => o.NextAttemptAt, "ix_payment_operations_due").HasFilter("state = 'Requested'");
    }
}
