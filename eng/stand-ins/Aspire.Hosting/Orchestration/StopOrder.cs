using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Stops each resource once all that depend on it have stopped.</summary>
internal sealed class StopOrder
{
    private readonly Dictionary<IResource, Runnable> _runnables;
    private readonly Dictionary<IResource, List<IResource>> _dependents = [];
    private readonly ConcurrentDictionary<IResource, Lazy<Task>> _stops = [];

    internal StopOrder(DistributedApplicationModel model, IEnumerable<Runnable> runnables)
    {
        _runnables = runnables.ToDictionary(r => r.Resource);
        var (done, path) = (new HashSet<IResource>(), new HashSet<IResource>());
        foreach (var resource in model.Resources)
        {
            Visit(resource);
        }

        void Visit(IResource resource)
        {
            if (!done.Add(resource))
            {
                return;
            }

            path.Add(resource);
            foreach (var needed in NeedsOf(resource, model))
            {
                // A circle of references is cut where it closes.
                if (!path.Contains(needed))
                {
                    (_dependents.TryGetValue(needed, out var list) ? list : _dependents[needed] = []).Add(resource);
                    Visit(needed);
                }
            }

            path.Remove(resource);
        }
    }

    internal Task StopAsync() => Task.WhenAll(_runnables.Keys.Select(StopAsync));

    private static IEnumerable<IResource> NeedsOf(IResource resource, DistributedApplicationModel model)
    {
        var waits = resource.Annotations.OfType<WaitAnnotation>().Select(w => w.Resource);
        var references = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Where(r => r.Type is "Reference" or "WaitFor").Select(r => r.Resource);
        IEnumerable<IResource> parent = resource is IResourceWithParent child ? [child.Parent] : [];
        // A process that is shown below a resource is what the resource runs on.
        var processes = model.Resources.Where(r => r.Annotations.OfType<ResourceRelationshipAnnotation>().Any(a => a.Type == "Parent" && ReferenceEquals(a.Resource, resource)));
        return waits.Concat(references).Concat(parent).Concat(processes).Where(r => !ReferenceEquals(r, resource)).Distinct();
    }

    private Task StopAsync(IResource resource) => _stops.GetOrAdd(resource, r => new Lazy<Task>(() => StopInOrderAsync(r))).Value;

    private async Task StopInOrderAsync(IResource resource)
    {
        if (_dependents.TryGetValue(resource, out var dependents))
        {
            await Task.WhenAll(dependents.Select(StopAsync)).ConfigureAwait(false);
        }

        if (_runnables.TryGetValue(resource, out var runnable))
        {
            await runnable.StopAsync().ConfigureAwait(false);
        }
    }
}
