using Ecommerce.Contracts.Auth.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>Sessions of auth-service. Failures of it are thrown.</summary>
internal interface ISessions
{
    /// <summary>A session that has not ended.</summary>
    Task<Result<LiveSessionDto>> FindLiveAsync(Guid id, CancellationToken cancellationToken);
}
