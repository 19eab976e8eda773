using FelScanner.Core.Ports;

namespace FelScanner.Web.Security;

/// <summary>Makes the account at the first start from FELSCANNER_ADMIN_USER and FELSCANNER_ADMIN_PASSWORD (or …_FILE), for installations without a browser.</summary>
internal sealed partial class FirstOwner(Owner owner, Hosting.SecretWords secrets, ILogger<FirstOwner> logger) : IHostedService
{
    private const string UserVariable = "FELSCANNER_ADMIN_USER";
    private const string PasswordVariable = "FELSCANNER_ADMIN_PASSWORD";

    /// <exception cref="StartupFault">One of the two is missing, or they cannot be taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var (user, password) = (Read(UserVariable), Read(PasswordVariable));
        secrets.Learn([password]);
        if ((user.Length == 0 && password.Length == 0) || await owner.ExistsAsync(cancellationToken).ConfigureAwait(false))
            return;
        if (Owner.FaultOf(user, password) is { } fault)
            throw new StartupFault($"The owner's account cannot be made from {UserVariable} and {PasswordVariable}: {fault}");
        if (await owner.CreateAsync(user, password, cancellationToken).ConfigureAwait(false))
            LogMade(logger, user);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Read(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
            return value;
        if (Environment.GetEnvironmentVariable(variable + "_FILE") is not { Length: > 0 } file)
            return "";
        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"{variable}_FILE names {file}, which cannot be read: {fault.Message}", fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The owner's account {User} was made from the environment.")]
    private static partial void LogMade(ILogger logger, string user);
}
