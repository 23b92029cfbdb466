using Ecommerce.UserService.Domain.DataRequests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.UserService.Infrastructure.Persistence;

internal sealed class DataRequestConfiguration : IEntityTypeConfiguration<DataRequest>, IEntityTypeConfiguration<DataArchive>
{
    public void Configure(EntityTypeBuilder<DataRequest> request)
    {
        request.ToTable("data_requests", table =>
            table.HasCheckConstraint("ck_data_requests_completed", "(state = 'Completed') = (completed_at IS NOT NULL) AND (state = 'Completed') = (next_attempt_at IS NULL)"));
        request.HasKey(r => r.Id);
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Version).IsConcurrencyToken();
        request.Property(r => r.Kind).HasConversion<string>().HasMaxLength(10);
        request.Property(r => r.State).HasConversion<string>().HasMaxLength(10);
        request.Ignore(r => r.DomainEvents);

        // One at a time of each kind.
        request.HasIndex(r => new { r.CustomerId, r.Kind }, "ux_data_requests_running").IsUnique().HasFilter("state = 'Running'");
        request.HasIndex(r => new { r.CustomerId, r.Id }, "ix_data_requests_customer").IsDescending(false, true);
        request.HasIndex(r => r.CompletedAt, "ix_data_requests_completed_at");
        request.HasIndex(r => r.NextAttemptAt, "ix_data_requests_due").HasFilter("next_attempt_at IS NOT NULL");
        request.OwnsMany(r => r.Parts, part =>
        {
            part.ToTable("data_request_parts");
            part.WithOwner().HasForeignKey("RequestId");
            part.HasKey("RequestId", nameof(DataRequestPart.Service));
            part.Property(p => p.Service).HasMaxLength(50);
            part.Property(p => p.State).HasConversion<string>().HasMaxLength(10);
        });
    }

    public void Configure(EntityTypeBuilder<DataArchive> archive)
    {
        archive.ToTable("data_archives");
        archive.HasKey(a => a.Id);
        archive.Property(a => a.Id).ValueGeneratedNever();
        archive.HasIndex(a => a.LinkHash, "ux_data_archives_link").IsUnique();
        archive.HasIndex(a => a.CustomerId, "ix_data_archives_customer");
        archive.HasIndex(a => a.ExpiresAt, "ix_data_archives_expires_at");
    }
}
