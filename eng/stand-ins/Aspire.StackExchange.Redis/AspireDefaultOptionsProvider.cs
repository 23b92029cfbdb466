using StackExchange.Redis.Configuration;

namespace Aspire.StackExchange.Redis;

/// <summary>A server that is away at start is waited for, not given up on.</summary>
internal sealed class AspireDefaultOptionsProvider : DefaultOptionsProvider
{
    public override bool AbortOnConnectFail => false;
}
