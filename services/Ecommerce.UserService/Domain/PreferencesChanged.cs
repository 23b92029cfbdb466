using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.UserService.Domain;

/// <summary>Locale, currency or a consent is another than before.</summary>
internal sealed record PreferencesChanged(DateTimeOffset At) : IDomainEvent;
