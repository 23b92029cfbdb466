using System.Security.Cryptography;
using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.ServiceClients;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Infrastructure.Passwords;

/// <summary>
/// ASP.NET Core Identity's hashing (PBKDF2 with SHA-512). It is the most expensive thing that a stranger can have done here, so
/// only as many run as there are processors, the others wait, and beyond a number of them nobody does.
/// </summary>
internal sealed class Passwords : IPasswords, IDisposable
{
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    private readonly PasswordHasher<Account> _hasher;
    private readonly string _decoy;
    private readonly int _mostWaiting;
    private int _waiting;

    public Passwords(IOptions<PasswordOptions> options)
    {
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.Iterations }));
        _decoy = _hasher.HashPassword(null!, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        _mostWaiting = options.Value.MostWaiting;
    }

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        InTurnAsync(() => _hasher.HashPassword(null!, password), cancellationToken);

    public Task<PasswordCheck> CheckAsync(string? hash, string password, CancellationToken cancellationToken) => InTurnAsync(
        () => _hasher.VerifyHashedPassword(null!, hash ?? _decoy, password) switch
        {
            PasswordVerificationResult.Success when hash is not null => PasswordCheck.Right,
            PasswordVerificationResult.SuccessRehashNeeded when hash is not null => PasswordCheck.RightToRehash,
            _ => PasswordCheck.Wrong,
        },
        cancellationToken);

    public void Dispose() => _turns.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > _mostWaiting)
            {
                throw new ServiceUnavailableException("Too many passwords are being checked.");
            }

            await _turns.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            return work();
        }
        finally
        {
            _turns.Release();
        }
    }
}
