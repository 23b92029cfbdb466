using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ecommerce.Testing.Architecture;

/// <summary>Reads a compiled assembly and says which types use what their layer may not.</summary>
public static class LayerRules
{
    private static readonly string[] BarredFromDomain = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "RabbitMQ", "Npgsql", "StackExchange", "System.Net.Http", "Ecommerce.Contracts", "Ecommerce.Messaging", "Ecommerce.ServiceDefaults"];
    private static readonly string[] BarredFromApplication = ["Microsoft.AspNetCore", "RabbitMQ", "StackExchange", "System.Net.Http", "Npgsql"];

    /// <summary>The violations of a service's assembly, each as <c>Type → what it uses</c>.</summary>
    public static IReadOnlyList<string> Violations(string assemblyPath)
    {
        using var module = ModuleDefinition.ReadModule(assemblyPath);
        var root = Path.GetFileNameWithoutExtension(assemblyPath);
        return [.. module.Types.SelectMany(type => ViolationsOf(type, root)).Distinct().Order()];
    }

    private static IEnumerable<string> ViolationsOf(TypeDefinition type, string root)
    {
        var layer = LayerOf(type.Namespace, root);
        if (layer is null)
        {
            return [];
        }

        // Nested types are part of their outermost one, or the state machines of async methods would escape.
        return WithNested(type).SelectMany(UsedBy).Select(Namespace).Where(used => IsBarred(layer, used, root)).Select(used => $"{type.FullName} → {used}");
    }

    private static bool IsBarred(string layer, string used, string root) => layer switch
    {
        "Domain" => BarredFromDomain.Any(barred => Within(used, barred)) || LayerOf(used, root) is "Application" or "Infrastructure" or "Api",
        "Application" => BarredFromApplication.Any(barred => Within(used, barred)) || LayerOf(used, root) is "Infrastructure" or "Api",
        "Api" => LayerOf(used, root) is "Infrastructure",
        _ => false,
    };

    private static bool Within(string used, string barred) =>
        used == barred || used.StartsWith(barred + ".", StringComparison.Ordinal);

    private static string? LayerOf(string name, string root) =>
        new[] { "Domain", "Application", "Infrastructure", "Api" }.FirstOrDefault(layer => Within(name, $"{root}.{layer}"));

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        if (type.BaseType is not null)
        {
            yield return type.BaseType;
        }

        foreach (var used in type.Interfaces.Select(i => i.InterfaceType).Concat(type.Fields.Select(field => field.FieldType)).Concat(type.Properties.Select(property => property.PropertyType)))
        {
            yield return used;
        }

        foreach (var method in type.Methods)
        {
            yield return method.ReturnType;
            foreach (var used in method.Parameters.Select(parameter => parameter.ParameterType).Concat(method.HasBody ? UsedBy(method.Body) : []))
            {
                yield return used;
            }
        }
    }

    private static IEnumerable<TypeReference> UsedBy(MethodBody body) =>
        body.Variables.Select(variable => variable.VariableType).Concat(body.Instructions.Select(instruction => instruction.Operand).SelectMany(operand => operand switch
        {
            MethodReference method => [method.DeclaringType, method.ReturnType],
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference used => [used],
            _ => Array.Empty<TypeReference>(),
        }));

    private static string Namespace(TypeReference type)
    {
        var outermost = type.GetElementType();
        while (outermost.DeclaringType is not null)
        {
            outermost = outermost.DeclaringType;
        }

        return outermost.Namespace;
    }
}
