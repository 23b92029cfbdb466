using System.Text.Json.Nodes;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.UserService.Infrastructure.Persistence;

/// <summary>Profile, address book, consent, wishlists, history and earlier requests. Of a request to be forgotten the fact stays, as proof that it was followed.</summary>
internal sealed class UserPersonalData(UserDbContext context) : IPersonalData
{
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["profile"] = await context.ReadRowsAsync($"SELECT to_jsonb(c) - 'version' AS row FROM customers c WHERE c.id = {customerId}", cancellationToken),
        ["addresses"] = await context.ReadRowsAsync($"SELECT to_jsonb(a) AS row FROM customer_addresses a WHERE a.customer_id = {customerId} ORDER BY a.id", cancellationToken),
        ["consents"] = await context.ReadRowsAsync($"SELECT to_jsonb(c) AS row FROM customer_consents c WHERE c.customer_id = {customerId} ORDER BY c.channel", cancellationToken),
        ["wishlists"] = await context.ReadRowsAsync($"SELECT to_jsonb(w) - 'version' - 'share_hash' AS row FROM wishlists w WHERE w.customer_id = {customerId} ORDER BY w.id", cancellationToken),
        ["wishlistItems"] = await context.ReadRowsAsync($"SELECT to_jsonb(i) AS row FROM wishlist_items i JOIN wishlists w ON w.id = i.wishlist_id WHERE w.customer_id = {customerId} ORDER BY i.id", cancellationToken),
        ["activities"] = await context.ReadRowsAsync($"SELECT to_jsonb(a) AS row FROM activities a WHERE a.customer_id = {customerId} ORDER BY a.at, a.id", cancellationToken),
        ["dataRequests"] = await context.ReadRowsAsync($"SELECT to_jsonb(r) - 'version' AS row FROM data_requests r WHERE r.customer_id = {customerId} ORDER BY r.id", cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"""
            DELETE FROM wishlist_items WHERE wishlist_id IN (SELECT id FROM wishlists WHERE customer_id = {customerId});
            DELETE FROM wishlists WHERE customer_id = {customerId};
            DELETE FROM wishlist_notices WHERE customer_id = {customerId};
            DELETE FROM customer_consents WHERE customer_id = {customerId};
            DELETE FROM customer_addresses WHERE customer_id = {customerId};
            DELETE FROM customers WHERE id = {customerId};
            DELETE FROM activities WHERE customer_id = {customerId};
            DELETE FROM data_archives WHERE customer_id = {customerId};
            DELETE FROM data_request_parts WHERE request_id IN (SELECT id FROM data_requests WHERE customer_id = {customerId} AND kind = 'Export');
            DELETE FROM data_requests WHERE customer_id = {customerId} AND kind = 'Export';
            """, cancellationToken);
        return true;
    }
}
