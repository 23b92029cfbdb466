namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>Asks services what they hold of a customer.</summary>
internal interface IPersonalDataSource
{
    /// <returns>JSON; null where the service does not answer now.</returns>
    Task<string?> FindAsync(string service, Guid customerId, CancellationToken cancellationToken);
}
