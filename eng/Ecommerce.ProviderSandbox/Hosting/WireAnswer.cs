namespace Ecommerce.ProviderSandbox.Hosting;

/// <summary>A finished response: status, JSON body and headers.</summary>
internal sealed record WireAnswer(int Status, ReadOnlyMemory<byte> Body, params KeyValuePair<string, string>[] Headers)
{
    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (Body.IsEmpty)
        {
            return Task.CompletedTask;
        }

        response.ContentType = "application/json";
        response.ContentLength = Body.Length;
        return response.Body.WriteAsync(Body, context.RequestAborted).AsTask();
    }
}
