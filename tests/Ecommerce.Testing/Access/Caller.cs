namespace Ecommerce.Testing.Access;

/// <summary>A kind of caller of the access table.</summary>
/// <param name="Name">The column.</param>
/// <param name="Client">A client with such a caller's token, or with none.</param>
public sealed record Caller(string Name, HttpClient Client);
