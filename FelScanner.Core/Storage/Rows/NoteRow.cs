namespace FelScanner.Core.Storage.Rows;

/// <summary>One note of the notebook.</summary>
internal sealed class NoteRow
{
    public required string Key { get; set; }
    public required string Value { get; set; }
}
