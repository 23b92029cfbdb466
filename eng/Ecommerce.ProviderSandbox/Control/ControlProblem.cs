namespace Ecommerce.ProviderSandbox.Control;

internal sealed record ControlProblem(string Detail);
