using System.Collections;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Dashboard;

/// <summary>Writes a resource as the dashboard wants to have it.</summary>
internal static class WireMapping
{
    internal static Wire.Resource ToWire(this ResourceEvent update)
    {
        var snapshot = update.Snapshot;
        var resource = new Wire.Resource
        {
            Name = update.ResourceId,
            DisplayName = update.Resource.Name,
            Uid = update.ResourceId,
            ResourceType = snapshot.ResourceType,
            State = snapshot.State?.Text ?? "",
            StateStyle = snapshot.State?.Style ?? "",
            IsHidden = snapshot.IsHidden,
            SupportsDetailedTelemetry = update.Resource is ProjectResource,
            CreatedAt = Stamp(snapshot.CreationTimeStamp),
            StartedAt = Stamp(snapshot.StartTimeStamp),
            StoppedAt = Stamp(snapshot.StopTimeStamp),
        };
        if (snapshot.IconName is { } icon)
        {
            resource.IconName = icon;
            resource.IconVariant = (int)(snapshot.IconVariant ?? IconVariant.Filled);
        }

        resource.Environment.AddRange(snapshot.EnvironmentVariables.Select(e => new Wire.EnvironmentVariable { Name = e.Name, Value = e.Value ?? "", IsFromSpec = e.IsFromSpec }));
        resource.Urls.AddRange(snapshot.Urls.Select(u => new Wire.Url
        {
            EndpointName = u.Name ?? "", FullUrl = u.Url, IsInternal = u.IsInternal, IsInactive = u.IsInactive,
            DisplayProperties = new Wire.UrlDisplay { DisplayName = u.DisplayProperties.DisplayName, SortOrder = u.DisplayProperties.SortOrder },
        }));
        resource.Relationships.AddRange(snapshot.Relationships.Select(r => new Wire.Relationship { ResourceName = r.ResourceName, Type = r.Type }));
        resource.Properties.AddRange(snapshot.Properties.Select(p => new Wire.Property { Name = p.Name, Value = ToValue(p.Value), IsSensitive = p.IsSensitive }));
        resource.Volumes.AddRange(snapshot.Volumes.Select(v => new Wire.Volume { Source = v.Source ?? "", Target = v.Target, MountType = v.MountType, IsReadOnly = v.IsReadOnly }));
        resource.Commands.AddRange(snapshot.Commands.Select(ToWire));
        resource.HealthReports.AddRange(snapshot.HealthReports.Select(ToWire));
        if (snapshot.ExitCode is { } code)
        {
            resource.Properties.Add(new Wire.Property { Name = "resource.exitCode", Value = Value.ForNumber(code) });
        }

        return resource;
    }

    private static Wire.Command ToWire(ResourceCommandSnapshot command) => new()
    {
        Name = command.Name,
        DisplayName = command.DisplayName,
        DisplayDescription = command.DisplayDescription ?? "",
        ConfirmationMessage = command.ConfirmationMessage ?? "",
        IconName = command.IconName ?? "",
        IconVariant = (int)(command.IconVariant ?? IconVariant.Regular),
        IsHighlighted = command.IsHighlighted,
        State = (int)command.State,
    };

    private static Wire.HealthReport ToWire(HealthReportSnapshot report)
    {
        var wire = new Wire.HealthReport { Key = report.Name, Description = report.Description ?? "", Exception = report.ExceptionText ?? "", LastRunAt = Stamp(report.LastRunAt) };
        if (report.Status is { } status)
        {
            wire.Status = status switch
            {
                HealthStatus.Healthy => 0,
                HealthStatus.Degraded => 2,
                _ => 1,
            };
        }

        return wire;
    }

    private static Timestamp? Stamp(DateTime? time) => time is { } known ? Timestamp.FromDateTime(known.ToUniversalTime()) : null;

    private static Value ToValue(object? value) => value switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        bool flag => Value.ForBool(flag),
        int or long or double => Value.ForString(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        IEnumerable items => Value.ForList([.. items.Cast<object?>().Select(ToValue)]),
        _ => Value.ForString(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
