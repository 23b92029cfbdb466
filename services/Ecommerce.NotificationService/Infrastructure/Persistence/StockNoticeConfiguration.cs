using Ecommerce.NotificationService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.NotificationService.Infrastructure.Persistence;

internal sealed class StockNoticeConfiguration : IEntityTypeConfiguration<StockNotice>
{
    public void Configure(EntityTypeBuilder<StockNotice> notice)
    {
        notice.ToTable("stock_notices");
        notice.HasKey(n => n.Sku);
        notice.Property(n => n.Sku).HasMaxLength(64);
    }
}
