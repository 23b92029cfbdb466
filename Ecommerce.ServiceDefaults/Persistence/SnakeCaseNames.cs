using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ServiceDefaults.Persistence;

/// <summary>Names in the database as people write them there.</summary>
public static partial class SnakeCaseNames
{
    /// <summary>Renames tables, columns, keys and indexes to snake_case. Called last in <c>OnModelCreating</c>.</summary>
    public static void UseSnakeCaseNames(this ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table && !entity.IsMappedToJson())
            {
                entity.SetTableName(ToSnakeCase(table));
            }

            foreach (var property in entity.GetProperties())
            {
                if (!entity.IsMappedToJson())
                {
                    property.SetColumnName(ToSnakeCase(property.GetColumnName()));
                }
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(key.GetName() is { } name ? ToSnakeCase(name) : null);
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName(foreignKey.GetConstraintName() is { } name ? ToSnakeCase(name) : null);
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(index.GetDatabaseName() is { } name ? ToSnakeCase(name) : null);
            }
        }
    }

    private static string ToSnakeCase(string name) =>
        WordStart().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordStart();
}
