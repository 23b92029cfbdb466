using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.UserService.Domain.DataRequests;

/// <summary>Every service is to erase, for the first time or again.</summary>
internal sealed record ErasureRoundBegan(int Round, DateTimeOffset At) : IDomainEvent;
