namespace Ecommerce.ProviderSandbox.Stripe.Wire;

internal static class StripeErrors
{
    private const string InvalidRequest = "invalid_request_error";

    public static StripeError Invalid(string message, string? param, string? code) =>
        new(400, InvalidRequest, message) { Param = param, Code = code };

    public static StripeError Missing(string param) => Invalid($"Missing required param: {param}.", param, "parameter_missing");

    public static StripeError Unknown(string param) => Invalid($"Received unknown parameter: {param}", param, "parameter_unknown");

    public static StripeError NotFound(string kind, string id, string param = "id") =>
        new(404, InvalidRequest, $"No such {kind}: '{id}'") { Param = param, Code = "resource_missing" };

    public static StripeError NoSuchReference(string kind, string id, string param) =>
        Invalid($"No such {kind}: '{id}'", param, "resource_missing");

    public static StripeError NoSuchUrl(string method, string path) =>
        new(404, InvalidRequest, $"Unrecognized request URL ({method}: {path}). Please see https://stripe.com/docs.");

    public static StripeError NoKey() => new(
        401, InvalidRequest, "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.");

    public static StripeError WrongKey(string key) =>
        new(401, InvalidRequest, $"Invalid API Key provided: {key[..Math.Min(8, key.Length)]}****");

    public static StripeError KeyInUse() => new(
        409, "idempotency_error", "There is currently another in-progress request using this Idempotency Key. Please try again later.")
    {
        Code = "idempotency_key_in_use",
    };

    public static StripeError KeyReused(string key) => new(
        400,
        "idempotency_error",
        $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request.");

    public static StripeError Server(int status) => status switch
    {
        429 => new(429, InvalidRequest, "Request rate limit exceeded.") { Code = "rate_limit" },
        < 500 => new(status, InvalidRequest, "The sandbox was told to refuse this request."),
        _ => new(status, "api_error", "An unknown error occurred."),
    };
}
