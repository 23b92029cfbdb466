using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ServiceDefaults.PersonalData;

/// <summary>Reads personal data as the database has it, so that a column that comes later is not forgotten in the export.</summary>
public static class PersonalDataQueries
{
    /// <summary>Reads rows as JSON.</summary>
    /// <param name="context">The service's context.</param>
    /// <param name="rows">A query that gives one jsonb object a row, in a column <c>row</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The rows, their members in camelCase.</returns>
    public static async Task<JsonArray> ReadRowsAsync(this DbContext context, FormattableString rows, CancellationToken cancellationToken)
    {
        var sql = System.Runtime.CompilerServices.FormattableStringFactory.Create(
            $"""SELECT coalesce(jsonb_agg(found.row), '[]')::text AS "Value" FROM ({rows.Format}) AS found""", rows.GetArguments());
        var json = await context.Database.SqlQuery<string>(sql).SingleAsync(cancellationToken);
        return (JsonArray)CamelCase(JsonNode.Parse(json))!;
    }

    private static JsonNode? CamelCase(JsonNode? node) => node switch
    {
        JsonObject value => new JsonObject(value.Select(member => KeyValuePair.Create(CamelCase(member.Key), CamelCase(member.Value)))),
        JsonArray values => new JsonArray([.. values.Select(CamelCase)]),
        _ => node?.DeepClone(),
    };

    private static string CamelCase(string name) =>
        JsonNamingPolicy.CamelCase.ConvertName(string.Concat(name.Split('_').Select((word, index) => index == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..])));
}
