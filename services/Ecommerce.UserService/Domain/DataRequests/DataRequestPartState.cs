namespace Ecommerce.UserService.Domain.DataRequests;

internal enum DataRequestPartState
{
    /// <summary>The service has not answered yet.</summary>
    Waiting,

    /// <summary>It has, and something that is still under way there needs some of the data.</summary>
    UnderWay,
    Done,
}
