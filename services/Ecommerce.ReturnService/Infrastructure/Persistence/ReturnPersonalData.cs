using System.Text.Json.Nodes;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ReturnService.Infrastructure.Persistence;

/// <summary>Returns stay as a part of their order's accounts, without a person. One that is not over needs its address.</summary>
internal sealed class ReturnPersonalData(ReturnDbContext context) : IPersonalData
{
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["returns"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(r) - 'version' AS row FROM returns r WHERE r.customer_id = {customerId} ORDER BY r.id", cancellationToken),
        ["lines"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(l) AS row FROM return_lines l JOIN returns r ON r.id = l.return_id WHERE r.customer_id = {customerId} ORDER BY l.return_id, l.line_id", cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"""
            UPDATE returns SET
              customer_id = {Guid.Empty}, email = 'erased@erased.invalid', comment = NULL, rejection_reason = NULL, label_url = NULL, tracking_number = NULL,
              address = jsonb_build_object('name', 'erased', 'line1', 'erased', 'city', 'erased', 'country', address->'country'), version = version + 1
            WHERE customer_id = {customerId} AND status IN ('Refunded', 'Closed', 'Rejected', 'Cancelled')
            """, cancellationToken);
        return !await context.Returns.AnyAsync(request => request.CustomerId == customerId, cancellationToken);
    }
}
