using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ReturnService.Infrastructure.Persistence;

internal sealed class ReturnConfiguration : IEntityTypeConfiguration<Return>
{
    public void Configure(EntityTypeBuilder<Return> request)
    {
        request.ToTable("returns", table =>
        {
            table.HasCheckConstraint("ck_returns_refund", "refund_amount >= 0");
            table.HasCheckConstraint("ck_returns_refunded", "status NOT IN ('Inspected', 'Refunded', 'RefundFailed') OR refund_amount > 0");
        });
        request.HasKey(r => r.Id);
        request.Property(r => r.Id).HasConversion(id => id.Value, value => new ReturnId(value)).ValueGeneratedNever();
        request.Property(r => r.OrderId).HasConversion(id => id.Value, value => new OrderId(value));
        request.Property(r => r.Version).IsConcurrencyToken();
        request.Property(r => r.Number).HasMaxLength(16);
        request.Property(r => r.OrderNumber).HasMaxLength(32);
        request.Property(r => r.Email).HasMaxLength(254);
        request.Property(r => r.Locale).HasMaxLength(35);
        request.Property(r => r.Currency).HasConversion(currency => currency.Code, code => Currency.From(code)).HasMaxLength(3).IsFixedLength();
        request.Property(r => r.Address).IsJson();
        request.Property(r => r.Comment).HasMaxLength(1000);
        request.Property(r => r.Status).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.RejectionReason).HasMaxLength(500);
        request.Property(r => r.LabelUrl).HasMaxLength(2000);
        request.Property(r => r.TrackingNumber).HasMaxLength(100);
        request.Property(r => r.FailureCode).HasMaxLength(100);
        request.Ignore(r => r.DomainEvents);
        request.Ignore(r => r.WeightGrams);
        request.HasIndex(r => r.Number, "ux_returns_number").IsUnique();
        request.HasIndex(r => r.OrderId, "ix_returns_order");
        request.HasIndex(r => new { r.CustomerId, r.Id }, "ix_returns_customer").IsDescending(false, true);
        request.HasIndex(r => new { r.Status, r.Id }, "ix_returns_status").IsDescending(false, true);
        request.HasOne<OrderReturns>().WithMany().HasForeignKey(r => r.OrderId);
        request.OwnsMany(r => r.Lines, ConfigureLine);
    }

    private static void ConfigureLine(OwnedNavigationBuilder<Return, ReturnLine> line)
    {
        line.ToTable("return_lines", table =>
        {
            table.HasCheckConstraint("ck_return_lines_quantity", "quantity > 0");
            table.HasCheckConstraint("ck_return_lines_inspected", "restocked + scrapped + rejected <= quantity");
        });
        line.WithOwner().HasForeignKey("ReturnId");
        line.HasKey("ReturnId", nameof(ReturnLine.LineId));
        line.Property(l => l.LineId).ValueGeneratedNever();
        line.Property(l => l.Sku).HasMaxLength(64);
        line.Property(l => l.Name).HasMaxLength(300);
        line.Property(l => l.Reason).HasConversion<string>().HasMaxLength(20);
    }
}
