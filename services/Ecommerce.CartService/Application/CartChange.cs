namespace Ecommerce.CartService.Application;

/// <summary>A change of a cart's contents. Its members are the arguments of the database's function.</summary>
/// <param name="Operation">What the function calls it.</param>
internal abstract record CartChange(string Operation);
