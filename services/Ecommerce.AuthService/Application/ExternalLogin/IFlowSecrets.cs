namespace Ecommerce.AuthService.Application.ExternalLogin;

/// <summary>Derives the secrets of a flow.</summary>
internal interface IFlowSecrets
{
    FlowSecrets Of(Guid flowId);

    /// <returns>The flow that both belong to; null where they belong to none or to two.</returns>
    Guid? Read(string flow, string state);
}
