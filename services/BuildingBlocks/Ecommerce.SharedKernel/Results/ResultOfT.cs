using System.Diagnostics.CodeAnalysis;

namespace Ecommerce.SharedKernel.Results;

/// <summary>A value, or the reason why there is none.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly record struct Result<T>
{
    private Result(T? value, Error? error) => (Value, Error) = (value, error);

    /// <summary>The value; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why it was refused; null when there is a value.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>A value is a successful outcome.</summary>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor-like conversion is the way to return a value.")]
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal is a failed outcome.</summary>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The conversion is the way to return a refusal.")]
    public static implicit operator Result<T>(Error error) => new(default, error);
}
