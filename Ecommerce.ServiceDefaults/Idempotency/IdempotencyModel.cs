using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ServiceDefaults.Idempotency;

/// <summary>The table of idempotency keys in a service's own database.</summary>
public static class IdempotencyModel
{
    /// <summary>Adds it to a service's model; its migrations then make the table.</summary>
    public static ModelBuilder AddIdempotency(this ModelBuilder builder) => builder.Entity<IdempotencyRecord>(record =>
    {
        record.ToTable("idempotency_keys");
        record.HasKey(key => new { key.Scope, key.Key });
        record.Property(key => key.Key).HasMaxLength(IdempotencyMiddleware.MaximumKeyLength);
        record.HasIndex(key => key.CreatedAt, "ix_idempotency_keys_created_at").HasMethod("brin");
    });
}
