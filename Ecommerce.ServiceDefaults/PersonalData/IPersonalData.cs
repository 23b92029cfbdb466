using System.Text.Json.Nodes;

namespace Ecommerce.ServiceDefaults.PersonalData;

/// <summary>What a service holds of a customer. Found by the account only: who merely wrote the same email address is somebody else until proven.</summary>
public interface IPersonalData
{
    /// <summary>All of it, for the customer to read: a member per subject, camelCase.</summary>
    Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the person out of it, inside the transaction of the event that asks. What the law wants kept (orders, payments) stays
    /// without personal data. Runs several times for a customer and does no harm the second time.
    /// </summary>
    /// <returns>False where something under way still needs some of it; it is asked for again later.</returns>
    Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken);
}
