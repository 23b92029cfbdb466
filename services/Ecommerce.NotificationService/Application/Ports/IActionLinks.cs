using Ecommerce.Contracts.Auth.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.NotificationService.Application.Ports;

/// <summary>One-time links of auth-service. They are secrets: asked for when a mail is rendered, and kept nowhere.</summary>
internal interface IActionLinks
{
    Task<Result<ActionLinkDto>> GetAsync(Guid linkId, CancellationToken cancellationToken);
}
