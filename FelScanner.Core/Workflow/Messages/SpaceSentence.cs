namespace FelScanner.Core.Workflow.Messages;

/// <summary>Space in words, with whose figure it is.</summary>
internal static class SpaceSentence
{
    /// <summary>For a person who can still go on all the same.</summary>
    public static string Short(SpaceReport space) => $"{Numbers(space)} Make room, or download anyway.";

    public static string Numbers(SpaceReport space) =>
        $"Too little space: it needs {Words.Size(space.NeededBytes)}, {Words.Size(space.FreeBytes ?? 0)} are free ({space.MeasuredBy}), and {space.MinFreeGb:0.#} GB must stay free.";

    public static string After(SpaceReport space) => $"{Words.Size(Math.Max(0, space.FreeAfterBytes ?? 0))} free afterwards ({space.MeasuredBy})";
}
