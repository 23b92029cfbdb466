using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Orchestration;

/// <summary>Free ports of this machine.</summary>
internal static class Ports
{
    // Below the range from which the kernel takes the ports of outgoing connections, so that none of those gets in between.
    private const int First = 20_000;
    private const int Last = 32_000;

    private static readonly Lock s_lock = new();
    private static readonly HashSet<int> s_given = [];

    internal static int Free()
    {
        lock (s_lock)
        {
            for (var attempt = 0; attempt < 5_000; attempt++)
            {
                var port = Random.Shared.Next(First, Last);
                if (s_given.Add(port) && IsFree(port))
                {
                    return port;
                }
            }
        }

        throw new DistributedApplicationException($"No free port between {First} and {Last}.");
    }

    internal static bool IsFree(int port) => CanBind(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanBind(IPAddress.IPv6Loopback, port));

    private static bool CanBind(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException e)
        {
            // A machine without IPv6 can bind no such address, and neither will the process.
            return e.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;
        }
    }
}
