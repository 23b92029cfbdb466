namespace Ecommerce.UserService.Infrastructure.Retention;

/// <summary>How long what is over is kept, in the section <c>Retention</c>.</summary>
internal sealed class UserRetentionOptions
{
    /// <summary>Entries of customers' histories.</summary>
    public TimeSpan Activities { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Requests for a copy, after they were completed. The copy itself goes with its own time.</summary>
    public TimeSpan Exports { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Requests to be forgotten, after they were completed: the proof that they were followed.</summary>
    public TimeSpan Erasures { get; set; } = TimeSpan.FromDays(1100);

    public bool ArePossible => Activities >= TimeSpan.Zero && Exports >= TimeSpan.Zero && Erasures >= TimeSpan.Zero;
}
