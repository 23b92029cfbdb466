namespace Ecommerce.UserService.Domain.DataRequests;

internal enum DataRequestState
{
    Running,
    Completed,
}
