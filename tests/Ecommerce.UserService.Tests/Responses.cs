using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Testing.Hosting;
using Ecommerce.UserService.Tests.Fixture;

namespace Ecommerce.UserService.Tests;

internal static class Responses
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>The stable code of a refusal.</summary>
    public static async Task<string?> CodeAsync(this HttpResponseMessage response) => (await response.JsonAsync()).GetProperty("code").GetString();

    /// <summary>The statuses that nobody, a customer without a profile, a merchandiser, support and another service get.</summary>
    public static async Task<string> AnswersAsync(this UserServiceFixture service, string method, string path)
    {
        var answered = new List<int>();
        foreach (var client in new[]
        {
            service.Anonymous(), service.With(TestTokens.Customer(Guid.NewGuid())), service.With(TestTokens.Staff("merchandiser")),
            service.With(TestTokens.Staff("support")), service.With(TestTokens.Service()),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (method is "PUT" or "POST")
            {
                request.Content = JsonContent.Create(new { });
            }

            answered.Add((int)(await client.SendAsync(request)).StatusCode);
        }

        return string.Join(' ', answered);
    }
}
