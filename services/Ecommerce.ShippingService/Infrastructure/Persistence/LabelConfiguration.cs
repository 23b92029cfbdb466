using Ecommerce.ShippingService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.ShippingService.Infrastructure.Persistence;

internal sealed class LabelConfiguration : IEntityTypeConfiguration<Label>
{
    public void Configure(EntityTypeBuilder<Label> label)
    {
        label.ToTable("labels", table => table.HasCheckConstraint("ck_labels_bought", "step <> 'Bought' OR bought IS NOT NULL"));
        label.HasKey(l => l.Id);
        label.Property(l => l.Id).HasConversion(id => id.Value, value => new LabelId(value)).ValueGeneratedNever();
        label.Property(l => l.Version).IsConcurrencyToken();
        label.Property(l => l.From).IsJson();
        label.Property(l => l.To).IsJson();
        label.Property(l => l.Step).HasConversion<string>().HasMaxLength(10);
        label.Property(l => l.RateReference).HasMaxLength(100);
        label.Property(l => l.Bought).IsJson();
        label.Ignore(l => l.DomainEvents);
    }
}
