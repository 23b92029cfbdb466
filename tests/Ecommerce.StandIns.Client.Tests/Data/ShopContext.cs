using Microsoft.EntityFrameworkCore;

namespace Ecommerce.StandIns.Client.Tests.Data;

/// <summary>A context without tables.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options);
