using Ecommerce.DiscountService.Application.GroupCustomers;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.DiscountService.Api;

internal static class CustomerGroupEndpoints
{
    public static void MapCustomerGroupEndpoints(this IEndpointRouteBuilder app)
    {
        var groups = app.MapGroup("/api/v1/customer-groups").WithTags("Customer groups").RequireAuthorization(Policies.Merchandiser);
        groups.MapGet("/", ListAsync).WithName("ListCustomerGroups").WithSummary("Groups that have members, by name.");
        groups.MapGet("/{group}/members", ListMembersAsync).WithName("ListGroupMembers").WithSummary("The customers of a group.");
        groups.MapPut("/{group}/members/{customerId:guid}", AddAsync).WithName("AddGroupMember").WithSummary("Puts a customer into a group.");
        groups.MapDelete("/{group}/members/{customerId:guid}", RemoveAsync).WithName("RemoveGroupMember").WithSummary("Takes a customer out of a group.");
    }

    private static Task<Results<Ok<Page<CustomerGroup>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, ICustomerGroups groups, CancellationToken cancellationToken) =>
        Paged.AnswerAsync<CustomerGroup, CustomerGroup, NameCursor>(
            page, (after, limit) => groups.ListAsync(after?.Name, limit, cancellationToken), group => group, group => new NameCursor(group.Name));

    private static async Task<Results<Ok<Page<GroupMember>>, ProblemHttpResult>> ListMembersAsync(
        string group, [AsParameters] PageRequest page, ICustomerGroups groups, CancellationToken cancellationToken) =>
        Check(group) is { } refusal
            ? refusal.ToProblem()
            : await Paged.AnswerAsync<GroupMember, GroupMember, IdCursor>(
                page,
                (after, limit) => groups.ListMembersAsync(group, after?.Id, limit, cancellationToken),
                member => member,
                member => new IdCursor(member.CustomerId));

    private static async Task<Results<NoContent, ProblemHttpResult>> AddAsync(
        string group, Guid customerId, ICustomerGroups groups, CancellationToken cancellationToken)
    {
        if (Check(group) is { } refusal)
        {
            return refusal.ToProblem();
        }

        await groups.AddAsync(group, customerId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string group, Guid customerId, ICustomerGroups groups, CancellationToken cancellationToken)
    {
        if (Check(group) is { } refusal)
        {
            return refusal.ToProblem();
        }

        await groups.RemoveAsync(group, customerId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static Error? Check(string group) => GroupName.IsValid(group) ? null : Error.InvalidField("group", GroupName.Message);
}
