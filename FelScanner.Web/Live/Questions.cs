using Radzen;

namespace FelScanner.Web.Live;

/// <summary>Questions that want a clear yes.</summary>
public static class Questions
{
    /// <summary>False when it was closed without an answer.</summary>
    public static async Task<bool> AskAsync(this DialogService dialogs, string title, string text, string yes, string no) =>
        await dialogs.OpenAsync<Components.Parts.Question>(
            title,
            new Dictionary<string, object?> { ["Text"] = text, ["Yes"] = yes, ["No"] = no },
            new DialogOptions { Width = "440px", CloseDialogOnOverlayClick = true }) is true;
}
