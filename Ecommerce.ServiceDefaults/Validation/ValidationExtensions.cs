using System.Reflection;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.ServiceDefaults.Validation;

/// <summary>Validates request bodies before the endpoint sees them.</summary>
public static class ValidationExtensions
{
    /// <summary>Registers every validator of the service's assembly. They are stateless and shared.</summary>
    public static void AddValidators(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>)))
            {
                services.AddSingleton(contract, type);
            }
        }
    }

    /// <summary>Every endpoint of the group validates the arguments that have a validator.</summary>
    public static RouteGroupBuilder WithValidation(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory((factory, next) =>
        {
            var provider = factory.ApplicationServices.GetRequiredService<IServiceProviderIsService>();
            var validated = factory.MethodInfo.GetParameters()
                .Select((parameter, index) => (index, contract: typeof(IValidator<>).MakeGenericType(parameter.ParameterType)))
                .Where(pair => provider.IsService(pair.contract))
                .Select(pair => (pair.index, validator: (IValidator)factory.ApplicationServices.GetRequiredService(pair.contract)))
                .ToArray();
            var bodies = factory.MethodInfo.GetParameters()
                .Select((parameter, index) => (parameter.ParameterType, index))
                .Where(parameter => NullElements.MayBeIn(parameter.ParameterType))
                .Select(parameter => parameter.index)
                .ToArray();
            return validated.Length == 0 && bodies.Length == 0 ? next : context => ValidateAsync(context, next, bodies, validated);
        });
        return group;
    }

    private static async ValueTask<object?> ValidateAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next, int[] bodies, (int Index, IValidator Validator)[] validated)
    {
        foreach (var body in bodies)
        {
            if (context.Arguments[body] is { } argument && NullElements.PathIn(argument) is { } path)
            {
                return (Error.Invalid("request.malformed", "The body is not valid for this endpoint.")
                    with { Fields = new Dictionary<string, string[]> { [path] = ["A list cannot hold null here."] } }).ToProblem();
            }
        }

        foreach (var (index, validator) in validated)
        {
            if (context.Arguments[index] is not { } argument)
            {
                continue;
            }

            var result = await validator.ValidateAsync(new ValidationContext<object>(argument), context.HttpContext.RequestAborted);
            if (!result.IsValid)
            {
                var fields = result.Errors
                    .GroupBy(failure => CamelCase(failure.PropertyName))
                    .ToDictionary(group => group.Key, group => group.Select(failure => failure.ErrorMessage).Distinct().ToArray());
                var refusal = Error.Invalid("validation.failed", "The request is not valid.") with { Fields = fields };

                // Codes of our own, subject.reason; those that FluentValidation makes up are names of its classes.
                var codes = result.Errors.Where(failure => failure.ErrorCode.Contains('.'))
                    .GroupBy(failure => CamelCase(failure.PropertyName), failure => failure.ErrorCode)
                    .ToDictionary(group => group.Key, group => group.First());
                return (codes.Count == 0 ? refusal : refusal.With("codes", codes)).ToProblem();
            }
        }

        return await next(context);
    }

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
}
