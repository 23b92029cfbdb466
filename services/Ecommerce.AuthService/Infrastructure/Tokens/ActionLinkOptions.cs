namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>Settings of one-time links, section <c>ActionLinks</c>.</summary>
internal sealed class ActionLinkOptions
{
    public const string Section = "ActionLinks";

    /// <summary>A secret of at least 32 characters.</summary>
    public string Key { get; set; } = "";

    /// <summary>Where the shop is reached from outside.</summary>
    public string PublicUrl { get; set; } = "http://localhost:3000";
}
