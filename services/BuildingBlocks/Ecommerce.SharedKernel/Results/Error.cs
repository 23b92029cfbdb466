namespace Ecommerce.SharedKernel.Results;

/// <summary>An expected refusal.</summary>
/// <param name="Code">Stable and machine-readable, <c>subject.reason</c>, for example <c>order.total_changed</c>.</param>
/// <param name="Message">One sentence for a person; holds no personal data and no secret.</param>
/// <param name="Kind">What it means to the caller.</param>
public sealed record Error(string Code, string Message, ErrorKind Kind)
{
    /// <summary>Messages per input field, in the wire's names; empty where no single field is at fault.</summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Further members of the problem document, in the wire's names (the new total, the seconds to wait).</summary>
    public IReadOnlyDictionary<string, object?> Details { get; init; } = new Dictionary<string, object?>();

    /// <summary>Input that breaks a format rule.</summary>
    public static Error Invalid(string code, string message) => new(code, message, ErrorKind.Invalid);

    /// <summary>Input that breaks a format rule of one field.</summary>
    public static Error InvalidField(string field, string message) => new("validation.failed", "The request is not valid.", ErrorKind.Invalid)
    {
        Fields = new Dictionary<string, string[]> { [field] = [message] },
    };

    /// <summary>No such thing, or not the caller's.</summary>
    public static Error NotFound(string code, string message) => new(code, message, ErrorKind.NotFound);

    /// <summary>The present state does not allow it.</summary>
    public static Error Conflict(string code, string message) => new(code, message, ErrorKind.Conflict);

    /// <summary>A business rule refuses it.</summary>
    public static Error Refused(string code, string message) => new(code, message, ErrorKind.Refused);

    /// <summary>The caller's version is not the current one.</summary>
    public static Error Stale(string code, string message) => new(code, message, ErrorKind.Stale);

    /// <summary>A dependency is away.</summary>
    public static Error Unavailable(string code, string message) => new(code, message, ErrorKind.Unavailable);

    /// <summary>The same refusal with a further member in its problem document.</summary>
    public Error With(string name, object? value) =>
        this with { Details = new Dictionary<string, object?>(Details) { [name] = value } };
}
