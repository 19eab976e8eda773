namespace FelScanner.Core.Settings;

/// <summary>A value that must never be seen: it prints as eight stars wherever it is logged, formatted or serialised by mistake.</summary>
public readonly record struct Secret
{
    /// <summary>What stands for a set secret in answers and forms; posted back, it leaves the secret as it is.</summary>
    public const string Mask = "********";

    private readonly string? _value;

    public Secret(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    public bool IsSet => _value is not null;

    /// <summary>The value in clear, for the one call that needs it.</summary>
    public string Reveal() => _value ?? "";

    public override string ToString() => IsSet ? Mask : "";
}
