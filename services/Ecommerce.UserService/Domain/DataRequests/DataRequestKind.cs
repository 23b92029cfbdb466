namespace Ecommerce.UserService.Domain.DataRequests;

internal enum DataRequestKind
{
    /// <summary>A copy of everything.</summary>
    Export,

    /// <summary>To be forgotten.</summary>
    Erasure,
}
