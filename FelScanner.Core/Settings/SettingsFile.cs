using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Settings;

/// <summary>settings.json: read at the start and whenever it changes, written whole, with the environment over it.</summary>
public sealed partial class SettingsFile : ISettings, IDisposable
{
    public const string FileName = "settings.json";

    /// <summary>Secrets that make themselves where they are empty.</summary>
    private static readonly string[] Generated = ["api_key", "telegram_webhook_secret"];

    private readonly Lock _door = new();
    private readonly string _file;
    private readonly SecretBox _box;
    private readonly EnvironmentOverrides _environment;
    private readonly ILogger<SettingsFile> _logger;
    private readonly FileWatch _watch;
    private string _text = "";
    private volatile SettingsState _state = SettingsState.Defaults;

    public SettingsFile(string dataFolder, IDataProtectionProvider protection, Func<string, string?> environment, TimeProvider clock, ILogger<SettingsFile> logger)
    {
        _file = Path.Combine(Path.GetFullPath(dataFolder), FileName);
        _box = new SecretBox(protection, Purpose);
        _environment = new EnvironmentOverrides(environment);
        _logger = logger;
        var keys = Path.Combine(Path.GetFullPath(dataFolder), SettingsServices.KeyFolder);
        MakeFolder(keys);
        Load(ReadText());
        IncomingWebhookSecret = Incoming(keys);
        _watch = new FileWatch(_file, clock, Look);
    }

    public event Action? Changed;

    public FelSettings Current => _state.Settings;

    public string IncomingWebhookSecret { get; }

    public IReadOnlyDictionary<string, string> Locked => _state.Locked;

    public IReadOnlyDictionary<string, string> Faults => _state.Faults;

    /// <summary>What the secrets in the file are sealed for.</summary>
    internal static string Purpose => "FelScanner.Settings";

    public IReadOnlyDictionary<string, JsonElement> Show(IEnumerable<string>? keys = null)
    {
        var state = _state;
        var shown = keys is null ? SettingsCatalogue.All : keys.Select(SettingsCatalogue.Find).OfType<SettingKey>();
        return shown.ToDictionary(key => key.Name, key => key.Show(state.Values[key.Name]));
    }

    public SettingsPreview Preview(IReadOnlyDictionary<string, JsonElement> values) => new SettingsChange(_state, _box).Check(values, toSave: false);

    public Task<SettingsPreview> SaveAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SettingsPreview preview;
        lock (_door)
        {
            if (ReadText() is var text && text != _text)
                Load(text);
            var change = new SettingsChange(_state, _box);
            preview = change.Check(values, toSave: true);
            if (preview.IsValid && _state.Faults.TryGetValue(FileName, out var broken))
                preview = preview with { Errors = new Dictionary<string, IReadOnlyList<string>> { [FileName] = [broken] } };
            if (preview.IsValid && TryStore(change.Document()) is { } sentence)
                preview = preview with { Errors = new Dictionary<string, IReadOnlyList<string>> { [FileName] = [sentence] } };
        }

        if (preview.IsValid)
            Changed?.Invoke();
        return Task.FromResult(preview with { Settings = preview.IsValid ? Current : preview.Settings });
    }

    public void Dispose() => _watch.Dispose();

    /// <summary>Reads the file again if its text is another than the last one read or written here.</summary>
    private void Look()
    {
        lock (_door)
        {
            if (ReadText() is var text && text == _text)
                return;
            Load(text);
        }

        LogReloaded(_logger);
        Changed?.Invoke();
    }

    private void Load(string text)
    {
        _text = text;
        var document = SettingsDocument.Parse(text, out var fault);
        if (document is not null)
            document = Complete(document, ref fault);
        _state = new SettingsReading(_state, _environment, _box).Read(document ?? _state.Document, fault);
        foreach (var (key, sentence) in _state.Faults)
            LogFault(_logger, key, sentence);
    }

    /// <summary>Seals what was typed in clear and makes the secrets that make themselves.</summary>
    private SettingsDocument Complete(SettingsDocument document, ref string? fault)
    {
        try
        {
            var complete = Generated.Where(name => IsMissing(document, name)).Aggregate(SecretSealing.Seal(document, _box), WithFresh);
            if (complete != document)
                Store(complete);
            return complete;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            fault = Unwritable(unwritable);
            return document;
        }
    }

    private bool IsMissing(SettingsDocument document, string name) =>
        _environment.Find(SettingsCatalogue.Find(name)!) is null
        && (document[name] is not { } value || value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0));

    private SettingsDocument WithFresh(SettingsDocument document, string name) =>
        document.With(name, SettingsCatalogue.Find(name)!.Type.FromText(_box.Seal(IncomingSecret.Fresh())));

    /// <summary>Null when it is stored and in force; else why it is not.</summary>
    private string? TryStore(SettingsDocument document)
    {
        try
        {
            Store(document);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return Unwritable(unwritable);
        }

        Load(_text);
        return null;
    }

    private void Store(SettingsDocument document)
    {
        var text = document.Write();
        FileWrite.Atomically(_file, text);
        _text = text;
    }

    private string Unwritable(Exception why) => $"{_file} cannot be written ({why.Message}): give this program's user the right to write there, and room.";

    /// <summary>Empty when there is no file; the last text when it cannot be read just now.</summary>
    private string ReadText()
    {
        try
        {
            return File.Exists(_file) ? File.ReadAllText(_file) : "";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(_logger, _file, unreadable);
            return _text;
        }
    }

    /// <summary>The key ring is for this program's user alone.</summary>
    private void MakeFolder(string keys)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(keys);
            else
                Directory.CreateDirectory(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(_logger, keys, unwritable);
        }
    }

    /// <summary>A folder that cannot be written is told by the start itself; until then this secret lives in memory.</summary>
    private string Incoming(string keys)
    {
        try
        {
            return IncomingSecret.ReadOrMake(keys, _box);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            LogUnreadable(_logger, IncomingSecret.FileName, unwritable);
            return IncomingSecret.Fresh();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Setting {Key}: {Sentence}")]
    private static partial void LogFault(ILogger logger, string key, string sentence);

    [LoggerMessage(Level = LogLevel.Information, Message = "The settings were read again because their file changed.")]
    private static partial void LogReloaded(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} cannot be read or written.")]
    private static partial void LogUnreadable(ILogger logger, string file, Exception fault);
}
