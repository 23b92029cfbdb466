using Ecommerce.UserService.Domain.DataRequests;
using Microsoft.Extensions.Options;

namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>Brings a request on: asks who has not answered, and makes the archive when all have.</summary>
internal sealed class DataRequestRunner(
    IDataRequestStore requests, IPersonalDataSource source, IOptions<DataRequestOptions> options, TimeProvider clock)
{
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(id, cancellationToken) is not { State: DataRequestState.Running } request)
        {
            return;
        }

        request.Ask(options.Value.Times, clock.GetUtcNow());
        if (request.Kind == DataRequestKind.Export)
        {
            await CollectAsync(request, cancellationToken);
        }

        await requests.SaveAsync(cancellationToken);
    }

    private async Task CollectAsync(DataRequest request, CancellationToken cancellationToken)
    {
        foreach (var service in request.Parts.Where(part => part.State != DataRequestPartState.Done).Select(part => part.Service).ToArray())
        {
            if (await source.FindAsync(service, request.CustomerId, cancellationToken) is { } share)
            {
                request.AddShare(service, share, clock.GetUtcNow());
            }
        }

        var now = clock.GetUtcNow();
        if (request.Parts.All(part => part.State == DataRequestPartState.Done))
        {
            await requests.ReplaceArchiveAsync(DataArchive.Of(request, ArchiveWriter.Write(request, now), now + options.Value.ArchiveLifetime), cancellationToken);
            request.CompleteExport(now);
        }
    }
}
