using Ecommerce.UserService.Domain;

namespace Ecommerce.UserService.Api;

internal sealed record ConsentResponse(ConsentChannel Channel, bool Granted, DateTimeOffset At, string Source);
