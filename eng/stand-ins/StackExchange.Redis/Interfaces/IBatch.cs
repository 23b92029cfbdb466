namespace StackExchange.Redis;

/// <summary>Commands that are sent together, with none of anybody else's between them on the way. Not a transaction.</summary>
public interface IBatch : IDatabaseAsync
{
    /// <summary>Sends them. Their tasks end as the answers come.</summary>
    void Execute();
}
