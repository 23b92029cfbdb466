using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Payment.Internal;
using Ecommerce.PaymentService.Domain;
using Ecommerce.PaymentService.Infrastructure.Persistence;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ecommerce.PaymentService.Tests;

/// <summary>What the tests of this service ask and look at.</summary>
public abstract class PaymentTest(PaymentServiceFixture fixture)
{
    protected PaymentServiceFixture Fixture { get; } = fixture;

    protected HttpClient Service { get; } = fixture.With(TestTokens.Service("order-service"));

    protected static AuthorizePaymentRequest Request(string method = "pm_card_visa", long amount = 4200, string? returnUrl = null) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "4T9K2-XM7QP", new MoneyDto(amount, "USD"), "stripe", method, null, "ada@example.com", returnUrl);

    protected async Task<PaymentDto> AuthorizeAsync(AuthorizePaymentRequest request)
    {
        using var response = await Service.PostAsJsonAsync("/internal/v1/payments", request);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<PaymentDto>())!;
    }

    protected async Task<PaymentDto> GetAsync(Guid id) => (await Service.GetFromJsonAsync<PaymentDto>($"/internal/v1/payments/{id}"))!;

    protected Task<HttpResponseMessage> VoidAsync(AuthorizePaymentRequest request) =>
        Service.PostAsJsonAsync($"/internal/v1/payments/{request.PaymentId}/void", new VoidPaymentRequest(request.OrderId, "USD"));

    protected Task<PaymentDto> StatusAsync(Guid id, string status) =>
        Eventually.GetAsync(() => GetAsync(id), payment => payment.Status == status, $"payment is {status}", TimeSpan.FromSeconds(15));

    /// <summary>What the provider has of an order: intents, live, authorized, captured, refunded.</summary>
    protected async Task<JsonElement> AtProviderAsync(Guid orderId)
    {
        var summary = await Fixture.Sandbox.GetFromJsonAsync<JsonElement>($"/sandbox/stripe/summary?order={orderId}");
        return summary.GetProperty("orders").GetProperty(orderId.ToString());
    }

    protected async Task FaultAsync(Guid orderId, string pathPrefix, string kind, int count)
    {
        var rule = new { kind, provider = "stripe", method = "POST", pathPrefix, ms = 300, status = 503, count, match = new Dictionary<string, string> { ["metadata[order_id]"] = orderId.ToString() } };
        using var response = await Fixture.Sandbox.PutAsJsonAsync("/sandbox/faults", new[] { rule });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Asks for operations as the event handlers do.</summary>
    internal async Task OperateAsync(params PaymentOperation[] operations)
    {
        await using var scope = Fixture.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PaymentDbContext>();
        context.AddRange(operations);
        await context.SaveChangesAsync();
    }

    internal static PaymentOperation Operation(Guid paymentId, OperationKind kind, long amount, Guid? requestId = null) =>
        PaymentOperation.Request(new PaymentId(paymentId), kind, requestId ?? Guid.CreateVersion7(), amount, TimeProvider.System.GetUtcNow());

    protected async Task<T> ScalarAsync<T>(string sql, Guid id)
    {
        await using var command = Fixture.Database.CreateCommand(sql);
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = id });
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
