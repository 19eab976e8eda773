using System.Collections.Concurrent;
using FelScanner.Core.Jobs;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>What the incoming webhooks set going, beside the caller: hints that come while one is worked on are one more turn.</summary>
internal sealed partial class IncomingHooks(ISettings settings, IJobs jobs, ScanLibrary scan, RadarrShelf radarr, HookTools tools)
{
    private readonly ConcurrentDictionary<string, bool> _films = new();
    private int _hints;
    private int _wholeLibrary;
    private int _radarr;

    public bool IsOurs(string secret) => Digest.Same(settings.IncomingWebhookSecret, secret);

    /// <summary>The list of the whole library is compared.</summary>
    public void LibraryChanged()
    {
        Interlocked.Exchange(ref _wholeLibrary, 1);
        Wake();
    }

    /// <summary>One film is read again.</summary>
    public void FilmChanged(string plexKey)
    {
        _films[plexKey] = true;
        Wake();
    }

    /// <summary>Radarr's list is read again and what waited for it judged; with files that came or went the library is compared too.</summary>
    public void RadarrChanged(bool filesToo)
    {
        radarr.Forget();
        Interlocked.Exchange(ref _radarr, 1);
        if (filesToo)
            LibraryChanged();
        else
            Wake();
    }

    private void Wake()
    {
        if (Interlocked.Increment(ref _hints) == 1)
            _ = WorkAsync(tools.Lifetime.ApplicationStopping);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            int hints;
            do
            {
                hints = Volatile.Read(ref _hints);
                await OnceAsync(cancellationToken).ConfigureAwait(false);
            }
            while (Interlocked.Add(ref _hints, -hints) > 0);
        }
        catch (Exception fault)
        {
            // Nobody waits for this: the next scan by schedule reads what this one could not.
            Interlocked.Exchange(ref _hints, 0);
            LogFailed(tools.Logger, fault);
        }
    }

    private async Task OnceAsync(CancellationToken cancellationToken)
    {
        List<string> films = [.. _films.Keys];
        foreach (var film in films)
            _films.TryRemove(film, out _);
        var whole = Interlocked.Exchange(ref _wholeLibrary, 0) == 1;
        var waiting = Interlocked.Exchange(ref _radarr, 0) == 1;
        if (films.Count > 0)
            await scan.ReadAsync(films, cancellationToken).ConfigureAwait(false);
        // A scan judges again what waited, so one of the two is enough.
        if (whole)
            await jobs.RunAsync("scan-library", cancellationToken).ConfigureAwait(false);
        else if (waiting)
            await tools.Again.RunAsync([], JudgingCause.LibraryChanged, cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The library could not be read after a webhook.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

/// <summary>What the incoming webhooks need beside what they set going.</summary>
internal sealed record HookTools(JudgeAgain Again, IHostApplicationLifetime Lifetime, ILogger<IncomingHooks> Logger);
