using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Ecommerce.Contracts;

namespace Ecommerce.SharedKernel.Tests;

/// <summary>docs/events.md is made from the contracts; a change of a wire shape shows there. <c>UPDATE_DOCS=1</c> writes it anew.</summary>
public sealed class EventCatalogueTests
{
    [Fact]
    public void The_event_catalogue_says_what_the_contracts_say()
    {
        var path = Path.Combine(Root(), "docs", "events.md");
        var catalogue = Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, catalogue);
        }

        File.ReadAllText(path).ShouldBe(catalogue);
    }

    private static string Write()
    {
        var assembly = typeof(IIntegrationEvent).Assembly;
        var docs = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value);
        var text = new StringBuilder("""
            # Events

            Made from `Ecommerce.Contracts` by its tests; do not edit. Each is a CloudEvents 1.0 envelope on the topic exchange
            `ecommerce.events` with its name as routing key; `data` is the record below in camelCase JSON, nulls left out.

            """);
        foreach (var (type, name) in assembly.GetTypes()
            .Select(type => (type, type.GetCustomAttribute<IntegrationEventAttribute>()?.Name)).Where(pair => pair.Name is not null).OrderBy(pair => pair.Name, StringComparer.Ordinal))
        {
            var doc = docs[$"T:{type.FullName}"];
            text.Append('\n').Append("## ").Append(name).Append("\n\n").Append(doc.Element("summary")!.Value.Trim()).Append("\n\n| field | type | |\n|---|---|---|\n");
            foreach (var parameter in type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First().GetParameters())
            {
                var description = doc.Elements("param").FirstOrDefault(param => param.Attribute("name")!.Value == parameter.Name)?.Value;
                text.Append("| ").Append(char.ToLowerInvariant(parameter.Name![0])).Append(parameter.Name[1..]).Append(" | ").Append(NameOf(parameter)).Append(" | ").Append(description).Append(" |\n");
            }
        }

        return text.ToString();
    }

    private static string NameOf(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var nullable = Nullable.GetUnderlyingType(type) is not null || new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;
        var name = type.IsGenericType && Nullable.GetUnderlyingType(type) is null ? $"{type.GetGenericArguments()[0].Name}[]" : (Nullable.GetUnderlyingType(type) ?? type).Name;
        return nullable ? name + "?" : name;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(Environment.GetEnvironmentVariable("ECOMMERCE_ROOT") ?? AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ecommerce.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
