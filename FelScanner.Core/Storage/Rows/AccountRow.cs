namespace FelScanner.Core.Storage.Rows;

internal sealed class AccountRow
{
    /// <summary>There is one owner: the key itself makes a second impossible.</summary>
    public const int OwnerId = 1;

    public int Id { get; set; }
    public required string Name { get; set; }
    public required string PasswordHash { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}
