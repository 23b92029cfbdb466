namespace Ecommerce.GatewayService.Limits;

/// <summary>What the shared count gave a replica.</summary>
/// <param name="Granted">How many permits.</param>
/// <param name="Free">How many are left for everybody.</param>
/// <param name="Window">The window that they were counted in.</param>
/// <param name="Wait">Milliseconds: none granted: until there is one; else until the window ends.</param>
internal readonly record struct Lease(int Granted, int Free, long Window, long Wait);
