"""Grades parsed names against expectations, field by field. Only the fields that a row asserts are graded."""
import json
import re
import unicodedata


def title_key(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c)).lower()
    text = re.sub(r"['’‘`´]", "", text.replace("&", " and "))
    return " ".join(re.sub(r"[^\w]|_", " ", text).split())


def group_key(text):
    return re.sub(r"[^\w]", "", text or "", flags=re.UNICODE).lower() or None


def right(field, expected, got):
    """True, False, or None when the row asserts nothing that can be graded."""
    if field == "title":
        return title_key(expected) == title_key(got.get("title"))
    if field == "title_any":
        return title_key(got.get("title")) in {title_key(one) for one in expected}
    if field == "audio_any":
        return got.get("audio") in expected
    if field == "group":
        return group_key(expected) == group_key(got.get("group"))
    if field == "edition":
        found = set(got.get("edition") or [])
        return set(expected) <= found if expected else not found
    if field in ("fel", "mel") and expected is None:
        return got.get(field) is not True
    return got.get(field) == expected


def grade(rows, answers):
    """Returns {field: [right, asserted]} and the list of mistakes."""
    score, wrong = {}, []
    for row, got in zip(rows, answers, strict=True):
        for field, expected in row["expect"].items():
            name = {"title_any": "title", "audio_any": "audio"}.get(field, field)
            ok = right(field, expected, got)
            tally = score.setdefault(name, [0, 0])
            tally[0] += ok
            tally[1] += 1
            if not ok:
                wrong.append((row["name"], name, expected, got.get(name)))
    return score, wrong


def read_rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
