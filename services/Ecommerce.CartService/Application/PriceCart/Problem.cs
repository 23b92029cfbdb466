namespace Ecommerce.CartService.Application.PriceCart;

/// <summary>What is wrong with a line, or new about it.</summary>
/// <param name="Code">Which.</param>
/// <param name="Before">The price or discount that was shown before, in minor units, or the units that were wanted.</param>
/// <param name="Now">The price or discount now, or the units that there are.</param>
internal sealed record Problem(LineProblem Code, long? Before = null, long? Now = null);
