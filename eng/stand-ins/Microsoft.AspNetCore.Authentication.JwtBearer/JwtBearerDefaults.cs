namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>Default values of bearer authentication.</summary>
public static class JwtBearerDefaults
{
    /// <summary>The scheme: <c>Bearer</c>.</summary>
    public const string AuthenticationScheme = "Bearer";
}
