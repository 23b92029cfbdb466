using Ecommerce.PaymentService.Domain;
using Ecommerce.SharedKernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.PaymentService.Infrastructure.Persistence;

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payments", table =>
        {
            table.HasCheckConstraint("ck_payments_authorized", "amount >= 0 AND authorized_total >= 0 AND authorized_total <= amount");
            table.HasCheckConstraint("ck_payments_captured", "captured_total >= 0 AND captured_total <= authorized_total");
            table.HasCheckConstraint("ck_payments_refunded", "refunded_total >= 0 AND refunded_total <= captured_total");
            table.HasCheckConstraint("ck_payments_voided", "status <> 'Voided' OR captured_total = 0");
        });
        payment.HasKey(p => p.Id);
        payment.Property(p => p.Id).HasConversion(id => id.Value, value => new PaymentId(value)).ValueGeneratedNever();
        payment.Property(p => p.Version).IsConcurrencyToken();
        payment.Property(p => p.OrderNumber).HasMaxLength(32);
        payment.Property(p => p.Email).HasMaxLength(254);
        payment.Property(p => p.Currency).HasConversion(currency => currency.Code, code => Currency.From(code)).HasMaxLength(3).IsFixedLength();
        payment.Property(p => p.Provider).HasMaxLength(20);
        payment.Property(p => p.Method).HasMaxLength(100);
        payment.Property(p => p.ReturnUrl).HasMaxLength(2000);
        payment.Property(p => p.Status).HasConversion<string>().HasMaxLength(20);
        payment.Property(p => p.ProviderReference).HasMaxLength(255);
        payment.Property(p => p.NextActionUrl).HasMaxLength(2000);
        payment.Property(p => p.FailureCode).HasMaxLength(100);
        payment.Ignore(p => p.DomainEvents);
        payment.Ignore(p => p.IsOpen);
        payment.Ignore(p => p.HoldsNothing);
        payment.HasIndex(p => p.OrderId, "ix_payments_order");
        payment.HasIndex(p => p.ProviderReference, "ux_payments_provider_reference").IsUnique();
        payment.HasIndex(p => p.ResolveAt, "ix_payments_resolve").HasFilter("resolve_at IS NOT NULL");
        payment.OwnsMany(p => p.Ledger, ConfigureLedger);
    }

    private static void ConfigureLedger(OwnedNavigationBuilder<Payment, LedgerEntry> entry)
    {
        entry.ToTable("payment_ledger", table => table.HasCheckConstraint("ck_payment_ledger_amount", "amount >= 0"));
        entry.WithOwner().HasForeignKey("PaymentId");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Id).UseIdentityAlwaysColumn();
        entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(12);
        entry.Property(e => e.ProviderReference).HasMaxLength(255);

        // What makes each movement happen once, whoever reports it.
        entry.HasIndex(["PaymentId", nameof(LedgerEntry.Kind), nameof(LedgerEntry.RequestId)], "ux_payment_ledger_request").IsUnique();
    }
}
