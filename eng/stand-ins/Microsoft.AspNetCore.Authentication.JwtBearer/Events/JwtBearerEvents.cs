namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>What an application may do at the steps of bearer authentication.</summary>
public class JwtBearerEvents
{
    /// <summary>A token was refused, or could not be checked.</summary>
    public Func<AuthenticationFailedContext, Task> OnAuthenticationFailed { get; set; } = static _ => Task.CompletedTask;

    /// <summary>The caller is known and may not do this.</summary>
    public Func<ForbiddenContext, Task> OnForbidden { get; set; } = static _ => Task.CompletedTask;

    /// <summary>A request has come; the token may be taken from elsewhere.</summary>
    public Func<MessageReceivedContext, Task> OnMessageReceived { get; set; } = static _ => Task.CompletedTask;

    /// <summary>A token was found good.</summary>
    public Func<TokenValidatedContext, Task> OnTokenValidated { get; set; } = static _ => Task.CompletedTask;

    /// <summary>A 401 is about to be answered.</summary>
    public Func<JwtBearerChallengeContext, Task> OnChallenge { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Calls <see cref="OnAuthenticationFailed" />.</summary>
    public virtual Task AuthenticationFailed(AuthenticationFailedContext context) => OnAuthenticationFailed(context);

    /// <summary>Calls <see cref="OnForbidden" />.</summary>
    public virtual Task Forbidden(ForbiddenContext context) => OnForbidden(context);

    /// <summary>Calls <see cref="OnMessageReceived" />.</summary>
    public virtual Task MessageReceived(MessageReceivedContext context) => OnMessageReceived(context);

    /// <summary>Calls <see cref="OnTokenValidated" />.</summary>
    public virtual Task TokenValidated(TokenValidatedContext context) => OnTokenValidated(context);

    /// <summary>Calls <see cref="OnChallenge" />.</summary>
    public virtual Task Challenge(JwtBearerChallengeContext context) => OnChallenge(context);
}
