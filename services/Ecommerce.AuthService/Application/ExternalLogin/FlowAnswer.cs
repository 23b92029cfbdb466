namespace Ecommerce.AuthService.Application.ExternalLogin;

/// <summary>What the provider sent the person back with, and what they started with.</summary>
internal sealed record FlowAnswer(string Flow, string State, string Code);
