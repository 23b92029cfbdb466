using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Api;

internal static class IdCursors
{
    /// <summary>Checks the page that is asked for.</summary>
    public static Result<IdCursor> ReadCursor(this PageRequest page)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange;
        }

        var cursor = KeysetCursor.Read<IdCursor>(page.Cursor);
        return cursor.Error is { } foreign ? foreign : cursor.Value ?? new IdCursor(null);
    }
}
