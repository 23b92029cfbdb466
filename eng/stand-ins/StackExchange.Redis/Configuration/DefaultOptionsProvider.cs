namespace StackExchange.Redis.Configuration;

/// <summary>The values of options that nobody set.</summary>
public class DefaultOptionsProvider
{
    /// <summary>Whether connecting throws where the server is away. Default: true.</summary>
    public virtual bool AbortOnConnectFail => true;

    /// <summary>Whether administrative commands are allowed. Default: false.</summary>
    public virtual bool AllowAdmin => false;
}
