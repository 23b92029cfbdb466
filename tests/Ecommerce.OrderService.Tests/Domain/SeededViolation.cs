using Microsoft.EntityFrameworkCore;

namespace Ecommerce.OrderService.Tests.Domain;

/// <summary>Uses EF Core from a layer that may not, inside an async method, where a careless check does not look.</summary>
internal static class SeededViolation
{
    public static async Task<int> CountAsync(DbContext context) => await context.Set<object>().CountAsync();
}
