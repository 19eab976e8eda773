namespace FelScanner.Core.Workflow.Messages;

/// <summary>Space in words, with whose figure it is.</summary>
internal static class SpaceSentence
{
    public static string Short(SpaceReport space) =>
        $"Too little space: it needs {Words.Size(space.NeededBytes)}, {Words.Size(space.FreeBytes ?? 0)} are free ({space.MeasuredBy}), and {space.MinFreeGb:0.#} GB must stay free. Make room, or download anyway.";

    public static string After(SpaceReport space) => $"{Words.Size(Math.Max(0, space.FreeAfterBytes ?? 0))} free afterwards ({space.MeasuredBy})";
}
