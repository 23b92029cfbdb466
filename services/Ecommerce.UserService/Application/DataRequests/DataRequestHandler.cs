using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Domain;
using Ecommerce.UserService.Domain.DataRequests;
using Microsoft.Extensions.Options;

namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>What a customer asks for: a copy of their data, the way to it, and to be forgotten.</summary>
internal sealed class DataRequestHandler(
    IDataRequestStore requests, ICustomerStore customers, IOptions<DataRequestOptions> options, TimeProvider clock)
{
    public async Task<Result<DataRequest>> ExportAsync(Guid id, Guid customerId, CancellationToken cancellationToken) =>
        await customers.FindAsync(customerId, cancellationToken) is null
            ? CustomerErrors.NotFound
            : await StoreAsync(DataRequest.Export(id, customerId, DataHolders.All, clock.GetUtcNow()), cancellationToken);

    /// <param name="id">Of the request.</param>
    /// <param name="customerId">Who.</param>
    /// <param name="email">Typed again: nobody is forgotten by a slip.</param>
    /// <param name="cancellationToken">Stops it; nothing is stored then.</param>
    public async Task<Result<DataRequest>> EraseAsync(Guid id, Guid customerId, string email, CancellationToken cancellationToken)
    {
        if (await customers.FindAsync(customerId, cancellationToken) is not { } customer)
        {
            return CustomerErrors.NotFound;
        }

        if (!string.Equals(customer.Email, email.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return DataRequestErrors.ConfirmationDiffers;
        }

        var now = clock.GetUtcNow();
        var request = DataRequest.Erasure(id, customerId, DataHolders.All, now);
        request.Ask(options.Value.Times, now);
        return await StoreAsync(request, cancellationToken);
    }

    public async Task<Result<DownloadLink>> LinkAsync(Guid requestId, Guid customerId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await requests.FindAsync(requestId, cancellationToken) is not { Kind: DataRequestKind.Export } request || request.CustomerId != customerId)
        {
            return DataRequestErrors.NotFound;
        }

        var link = DownloadLink.Create(now + options.Value.LinkLifetime);
        return await requests.SetLinkAsync(requestId, customerId, DownloadLink.Hash(link.Token), link.ExpiresAt, now, cancellationToken)
            ? link
            : DataRequestErrors.NotReady;
    }

    public async Task<Result<byte[]>> DownloadAsync(string token, Guid customerId, CancellationToken cancellationToken) =>
        await requests.UseLinkAsync(customerId, DownloadLink.Hash(token), clock.GetUtcNow(), cancellationToken) is { } archive ? archive : DataRequestErrors.LinkUsed;

    private async Task<Result<DataRequest>> StoreAsync(DataRequest request, CancellationToken cancellationToken)
    {
        // A repetition under one key finds what it made.
        if (await requests.FindAsync(request.Id, cancellationToken) is { } existing)
        {
            return existing;
        }

        requests.Add(request);
        return await requests.TrySaveNewAsync(cancellationToken) ? request : DataRequestErrors.Running;
    }
}
