using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.AuthService.Domain;

internal sealed record ActionLinkCreated(string Email, string Name, string Locale) : IDomainEvent;
