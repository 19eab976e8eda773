namespace FelScanner.Tests.Support;

/// <summary>Clears away what a test has written.</summary>
internal static class Folders
{
    /// <summary>Deletes the folder; a program that has just ended may still be closing its last files there.</summary>
    /// <exception cref="TimeoutException">Something still writes there after half a minute.</exception>
    public static Task GoneAsync(this DirectoryInfo folder) => Eventually.BecomesAsync($"{folder} can be deleted", TimeSpan.FromSeconds(30), () =>
    {
        try
        {
            folder.Delete(recursive: true);
            return Task.FromResult<DirectoryInfo?>(folder);
        }
        catch (IOException) when (Directory.Exists(folder.FullName))
        {
            return Task.FromResult<DirectoryInfo?>(null);
        }
        catch (DirectoryNotFoundException)
        {
            return Task.FromResult<DirectoryInfo?>(folder);
        }
    });
}
