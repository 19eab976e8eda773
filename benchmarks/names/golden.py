"""Reads the project's golden table of names: one line a name, with every field asserted."""

RESOLUTIONS = {"480p", "576p", "720p", "1080p", "2160p", "4320p"}
SOURCES = {"webdl", "webrip", "bluray", "hdtv", "dvd", "cam", "telesync", "telecine", "screener", "vhs", "hddvd", "hdrip", "laserdisc"}
CODECS = {"h264", "h265", "av1", "xvid", "divx", "vc1", "mpeg2", "vp9"}
SOUNDS = {"truehd", "ddp", "dd", "dts", "dts-hd-ma", "dts-hd-hra", "dts-x", "flac", "aac", "opus", "pcm"}
FLAGS = ["tv", "remux", "uhd", "disc", "hybrid", "dv", "hdr", "hdr10plus", "hlg", "sdr", "atmos", "proper", "repack"]


def read_golden(path):
    with open(path, encoding="utf-8") as lines:
        return [row(line.rstrip("\n")) for line in lines if line.strip() and not line.startswith("#")]


def row(line):
    name, told = line.split(" => ")
    title, year, words = (part.strip() for part in told.split(";", 2))
    words, _, group = words.partition("g:")
    expect = dict.fromkeys(FLAGS, False) | {
        "title": title, "year": None if year == "-" else int(year), "season": None, "episode": None, "resolution": None, "source": None,
        "codec": None, "audio": None, "dv_profile": None, "edition": [], "group": group.strip() or None,
    }
    for word in words.split():
        apply(expect, word)
    layers(expect, words.split())
    return {"name": name, "expect": expect}


def apply(expect, word):
    if word in FLAGS:
        expect[word] = True
    for field, known in (("resolution", RESOLUTIONS), ("source", SOURCES), ("codec", CODECS), ("audio", SOUNDS)):
        if word in known:
            expect[field] = word
    if word.startswith("c:"):
        expect["source"] = word[2:]
    elif word.startswith("ed:"):
        expect["edition"] = [one.replace("_", " ") for one in word[3:].split("+")]
    elif word[0] in "pse" and word[1:].isdigit():
        expect[{"p": "dv_profile", "s": "season", "e": "episode"}[word[0]]] = int(word[1:])


def layers(expect, words):
    ruled_out = not expect["dv"] or (expect["dv_profile"] or 7) != 7
    for layer, other in (("fel", "mel"), ("mel", "fel")):
        expect[layer] = True if layer in words else False if ruled_out or other in words else None
