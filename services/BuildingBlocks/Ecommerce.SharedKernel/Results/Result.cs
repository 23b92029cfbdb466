using System.Diagnostics.CodeAnalysis;

namespace Ecommerce.SharedKernel.Results;

/// <summary>The outcome of something that may be refused.</summary>
public readonly record struct Result
{
    private Result(Error? error) => Error = error;

    /// <summary>Why it was refused; null when it was done.</summary>
    public Error? Error { get; }

    /// <summary>Whether it was done.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>It was done.</summary>
    public static Result Success => default;

    /// <summary>It was refused.</summary>
    public static Result Failure(Error error) => new(error);

    /// <summary>A refusal is a failed outcome.</summary>
    public static implicit operator Result(Error error) => new(error);

    /// <summary>Named alternative of the conversion.</summary>
    public static Result FromError(Error error) => new(error);
}
