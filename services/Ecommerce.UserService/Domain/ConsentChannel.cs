namespace Ecommerce.UserService.Domain;

internal enum ConsentChannel
{
    Email,
    Sms,
    Push,
}
