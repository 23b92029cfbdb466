namespace Ecommerce.ProviderSandbox.Hosting;

/// <summary>A slow fault that the provider waits out inside its work, so that an idempotency key is seen in use.</summary>
internal sealed record WorkDelay(TimeSpan Length)
{
    /// <summary>A caller who gives up meanwhile does not stop the work: that is what makes a time-out an unknown outcome.</summary>
    public static Task WaitAsync(HttpContext context) => context.Features.Get<WorkDelay>() is { } delay
        ? Task.Delay(delay.Length, CancellationToken.None)
        : Task.CompletedTask;
}
