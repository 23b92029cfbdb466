namespace Ecommerce.Contracts.User.Internal;

/// <summary>POST /internal/v1/personal-data/export at every service that holds personal data → 200 with a JSON object; an empty one where nothing is held.</summary>
/// <param name="CustomerId">Whose.</param>
public sealed record ExportPersonalDataRequest(Guid CustomerId);
