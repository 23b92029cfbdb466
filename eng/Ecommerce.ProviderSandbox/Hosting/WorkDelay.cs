namespace Ecommerce.ProviderSandbox.Hosting;

/// <summary>A slow fault that the provider waits out inside its work, so that an idempotency key is seen in use.</summary>
internal sealed record WorkDelay(TimeSpan Length)
{
    public static Task WaitAsync(HttpContext context) => context.Features.Get<WorkDelay>() is { } delay
        ? Task.Delay(delay.Length, context.RequestAborted)
        : Task.CompletedTask;
}
