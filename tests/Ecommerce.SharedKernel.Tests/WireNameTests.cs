using System.Reflection;
using Ecommerce.Contracts;

namespace Ecommerce.SharedKernel.Tests;

public sealed class WireNameTests
{
    [Fact]
    public void Every_event_has_a_versioned_wire_name_of_its_own()
    {
        var events = typeof(IIntegrationEvent).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IIntegrationEvent))).ToList();
        var names = events.Select(type => type.GetCustomAttribute<IntegrationEventAttribute>()?.Name).ToList();
        names.ShouldAllBe(name => name != null && System.Text.RegularExpressions.Regex.IsMatch(name, @"^[a-z]+\.[a-z_]+\.v\d+$"));
        names.Distinct().Count().ShouldBe(events.Count);
    }
}
