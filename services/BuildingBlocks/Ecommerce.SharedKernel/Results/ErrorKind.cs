namespace Ecommerce.SharedKernel.Results;

/// <summary>What a refusal means to the caller; one map turns it into an HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The input is malformed or breaks a format rule (400).</summary>
    Invalid,

    /// <summary>Nobody is signed in, or the credentials are wrong (401).</summary>
    Unauthenticated,

    /// <summary>The caller is known and may not do this (403).</summary>
    Forbidden,

    /// <summary>There is no such thing, or it belongs to someone else (404).</summary>
    NotFound,

    /// <summary>The request conflicts with the present state (409).</summary>
    Conflict,

    /// <summary>The caller's version is stale (412).</summary>
    Stale,

    /// <summary>The body is larger than the endpoint takes (413).</summary>
    TooLarge,

    /// <summary>The body's format is not one that the endpoint reads (415).</summary>
    UnsupportedMediaType,

    /// <summary>The request is well formed, and a rule refuses it (422).</summary>
    Refused,

    /// <summary>The caller asks too often (429).</summary>
    TooMany,

    /// <summary>Something that this needs is away; try again later (503).</summary>
    Unavailable,
}
