using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>sync/maindata: everything first, then only what changed since the session's last answer.</summary>
internal static class QbSync
{
    public static JsonObject Answer(QbSession session, JsonObject everything, int rid)
    {
        lock (session.Gate)
        {
            var known = rid != 0 && rid == session.Rid ? session.LastTold : null;
            session.Rid = (session.Rid % 1_000_000) + 1;
            session.LastTold = everything;
            var answer = known is null ? everything.DeepClone().AsObject().With("full_update", true) : Changes(known, everything);
            answer["rid"] = session.Rid;
            return answer;
        }
    }

    private static JsonObject Changes(JsonObject known, JsonObject now)
    {
        var answer = new JsonObject();
        foreach (var (name, value) in now)
        {
            if (value is JsonArray list)
                Listed(answer, name, known[name]!.AsArray(), list);
            else if (name == "server_state")
                answer.With(name, Differing(known[name]!.AsObject(), value!.AsObject()));
            else
                Keyed(answer, name, known[name]!.AsObject(), value!.AsObject());
        }
        return answer;
    }

    private static void Keyed(JsonObject answer, string name, JsonObject known, JsonObject now)
    {
        var changed = new JsonObject();
        foreach (var (key, value) in now)
            changed.With(key, known[key] is JsonObject before ? Differing(before, value!.AsObject()) : value!.DeepClone());
        if (changed.Count > 0)
            answer[name] = changed;
        var gone = known.Where(k => !now.ContainsKey(k.Key)).Select(k => (JsonNode)k.Key).ToArray();
        if (gone.Count > 0)
            answer[$"{name}_removed"] = gone;
    }

    private static void Listed(JsonObject answer, string name, JsonArray known, JsonArray now)
    {
        var before = known.Select(n => n!.ToString()).ToHashSet();
        var after = now.Select(n => n!.ToString()).ToHashSet();
        if (after.Except(before).ToList() is { Count: > 0 } added)
            answer[name] = added.Select(t => (JsonNode)t).ToArray();
        if (before.Except(after).ToList() is { Count: > 0 } gone)
            answer[$"{name}_removed"] = gone.Select(t => (JsonNode)t).ToArray();
    }

    private static JsonObject? Differing(JsonObject before, JsonObject now)
    {
        var changed = new JsonObject();
        foreach (var (name, value) in now.Where(p => !JsonNode.DeepEquals(before[p.Key], p.Value)))
            changed[name] = value?.DeepClone();
        return changed.Count > 0 ? changed : null;
    }
}
