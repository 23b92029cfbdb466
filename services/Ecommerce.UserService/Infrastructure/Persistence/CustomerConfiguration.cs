using System.Text.Json;
using Ecommerce.UserService.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ecommerce.UserService.Infrastructure.Persistence;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("customers");
        customer.HasKey(c => c.Id);
        customer.Property(c => c.Id).ValueGeneratedNever();
        customer.Property(c => c.Version).IsConcurrencyToken();
        customer.Property(c => c.Email).HasMaxLength(254);
        customer.Property(c => c.Name).HasMaxLength(100);
        customer.Property(c => c.Locale).HasMaxLength(35);
        customer.Property(c => c.Currency).HasMaxLength(3).IsFixedLength();
        customer.Ignore(c => c.DomainEvents);
        customer.OwnsMany(c => c.Consents, consent =>
        {
            consent.ToTable("customer_consents");
            consent.WithOwner().HasForeignKey("CustomerId");
            consent.HasKey("CustomerId", nameof(Consent.Channel));
            consent.Property(c => c.Channel).HasConversion<string>().HasMaxLength(10);
            consent.Property(c => c.Source).HasMaxLength(50);
        });
        customer.OwnsMany(c => c.Addresses, address =>
        {
            address.ToTable("customer_addresses");
            address.WithOwner().HasForeignKey("CustomerId");
            address.HasKey("CustomerId", nameof(CustomerAddress.Id));
            address.Property(a => a.Id).ValueGeneratedNever();
            address.Property(a => a.Address).HasColumnType("jsonb").HasConversion(
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<PostalAddress>(json, JsonSerializerOptions.Web)!);
        });
    }
}
