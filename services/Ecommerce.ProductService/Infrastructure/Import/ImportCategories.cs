using Ecommerce.ProductService.Application.Import;
using Ecommerce.ProductService.Domain.Catalogue;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>Finds categories by their names from the root, and makes those that are not there.</summary>
internal sealed class ImportCategories(NpgsqlConnection connection, NpgsqlTransaction transaction)
{
    private readonly Dictionary<(Guid? Parent, string Name), Guid> _known = [];
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);

    public async Task<ImportCategories> ResolveAsync(IReadOnlyCollection<ImportPlan.PlannedProduct> products, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var paths = products.SelectMany(product => product.Row.Categories ?? []).DistinctBy(path => string.Join('\u001f', path)).ToList();
        if (paths.Count == 0)
        {
            return this;
        }

        await LoadAsync(cancellationToken);
        if (paths.Exists(path => Find(path) is null))
        {
            // Looked at again under the tree's lock, so that two imports do not make one category twice.
            await using (var hold = new NpgsqlCommand("SELECT lock_categories()", connection, transaction))
            {
                await hold.ExecuteNonQueryAsync(cancellationToken);
            }

            await LoadAsync(cancellationToken);
            foreach (var path in paths)
            {
                await MakeAsync(path, now, cancellationToken);
            }
        }

        return this;
    }

    /// <returns>Null where the line leaves them as they are.</returns>
    public Guid[]? Of(ImportRow row) => row.Categories is { } paths ? [.. paths.Select(path => Find(path)!.Value).Distinct()] : null;

    private Guid? Find(string[] path)
    {
        Guid? found = null;
        foreach (var name in path)
        {
            if (!_known.TryGetValue((found, name), out var next))
            {
                return null;
            }

            found = next;
        }

        return found;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT id, parent_id, name, slug FROM categories", connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _known.TryAdd((reader.IsDBNull(1) ? null : reader.GetGuid(1), reader.GetString(2)), reader.GetGuid(0));
            _slugs.Add(reader.GetString(3));
        }
    }

    private async Task MakeAsync(string[] path, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Guid? parent = null;
        var slug = "";
        foreach (var name in path)
        {
            slug = slug.Length == 0 ? Slug.Of(name) : $"{slug}-{Slug.Of(name)}";
            if (!_known.TryGetValue((parent, name), out var id))
            {
                id = Guid.CreateVersion7(now);
                var own = Slug.Of(name);
                var free = _slugs.Contains(own) ? slug : own;
                free = free.Length > 90 || _slugs.Contains(free) ? id.ToString() : free;
                await using var command = new NpgsqlCommand(
                    "INSERT INTO categories (id, parent_id, slug, name, position, version) VALUES ($1, $2, $3, $4, 0, 0)", connection, transaction);
                command.Parameters.Add(new() { Value = id });
                command.Parameters.Add(new() { Value = (object?)parent ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
                command.Parameters.Add(new() { Value = free });
                command.Parameters.Add(new() { Value = name });
                await command.ExecuteNonQueryAsync(cancellationToken);
                _slugs.Add(free);
                _known[(parent, name)] = id;
            }

            parent = id;
        }
    }
}
