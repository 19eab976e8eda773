"""The figures of one run of kill -9, from the line of each kill. Ends with 1 when something was lost, doubled, or not settled in time."""
import csv
import statistics
import sys

SETTLED_WITHIN_MS = 10_000

with open(sys.argv[1], newline="") as lines:
    kills = list(csv.DictReader(lines))
lost = [k for k in kills if int(k["adds"]) == 0 or int(k["completions"]) == 0]
doubled = [k for k in kills if int(k["adds"]) > 1 or int(k["completions"]) > 1]
twice = [k for k in kills if int(k["messages"]) > 1]
unjustified = [k for k in twice if int(k["messages"]) > 1 + int(k["messages_unknown"])]
settled = sorted(int(k["settled_ms"]) for k in kills if k["settled_ms"])
ready = sorted(int(k["ready_ms"]) for k in kills)
alive = sorted(int(k["settled_ms"]) - int(k["ready_ms"]) for k in kills if k["settled_ms"])
late = [k for k in kills if k["settled_ms"] and int(k["settled_ms"]) > SETTLED_WITHIN_MS]
points = {k["how"] for k in kills if k["hit"] == "True"}

print(f"kills                      {len(kills)} ({len(points)} different ways that struck; {sum(k['hit'] != 'True' for k in kills)} moments never came, killed at rest instead)")
print(f"lost                       {len(lost)}")
print(f"added or completed twice   {len(doubled)}")
print(f"messages sent twice        {len(twice)}, of them without need {len(unjustified)}")
print(f"ready after a start        median {statistics.median(ready):.0f} ms, worst {ready[-1]} ms")
print(f"settled after a start      median {statistics.median(settled):.0f} ms, worst {settled[-1]} ms, over {SETTLED_WITHIN_MS} ms: {len(late)} of {len(settled)}")
print(f"settled after ready        median {statistics.median(alive):.0f} ms, worst {alive[-1]} ms")
for stage in sorted({k["stage"] for k in kills}):
    print(f"  died when {stage:<18} {sum(k['stage'] == stage for k in kills)}")
sys.exit(1 if lost or doubled or unjustified or late else 0)
