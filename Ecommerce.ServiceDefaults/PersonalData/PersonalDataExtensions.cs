using System.Text.Json.Nodes;
using Ecommerce.Contracts.User;
using Ecommerce.Contracts.User.Internal;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ecommerce.ServiceDefaults.PersonalData;

/// <summary>Puts a service's personal data within reach of user-service, which follows exports and erasures through all services.</summary>
public static class PersonalDataExtensions
{
    /// <summary>Registers what the service holds; <c>MapDefaultEndpoints</c> then maps its export. Erasing needs <see cref="HandleErasure{TContext}"/> too.</summary>
    public static void AddPersonalData<TPersonalData>(this IHostApplicationBuilder builder)
        where TPersonalData : class, IPersonalData => builder.Services.AddScoped<IPersonalData, TPersonalData>();

    /// <summary>Erases when a customer wants to be forgotten, and reports it.</summary>
    public static MessagingBuilder HandleErasure<TContext>(this MessagingBuilder messaging)
        where TContext : DbContext => messaging.Handle<ErasureRequested, ErasureHandler<TContext>>();

    internal static void MapPersonalData(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IPersonalData)))
        {
            app.MapPost("/internal/v1/personal-data/export", ExportAsync).RequireAuthorization(Policies.Service).WithTags("Internal")
                .WithName("ExportPersonalData").WithSummary("What this service holds of a customer.");
        }
    }

    private static async Task<Ok<JsonObject>> ExportAsync(ExportPersonalDataRequest request, IPersonalData personalData, CancellationToken cancellationToken) =>
        TypedResults.Ok(await personalData.ExportAsync(request.CustomerId, cancellationToken));
}
