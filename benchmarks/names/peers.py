"""Runs guessit and parse-torrent-title and puts their answers into the words of our contract, as kindly as possible."""
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def run_ptt(names, rounds):
    done = subprocess.run(["node", os.path.join(HERE, "ptt.js"), str(rounds)], input="\n".join(names) + "\n", capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return [from_ptt(answer) for answer in told["answers"]], len(names) / told["seconds"]


def from_ptt(told):
    audio = {"eac3": "ddp", "ac3": "dd", "dts-hd": "dts-hd-ma", "dts-hd-ma": "dts-hd-ma", "dtshd": "dts-hd-ma"}
    codec = {"x264": "h264", "avc": "h264", "x265": "h265", "hevc": "h265"}
    sounds = [one for one in told.get("audiolist") or [told.get("audio")] if one]
    colours = told.get("colorlist") or [told.get("color")]
    source = {"web-dl": "webdl", "web": "webdl", "webrip": "webrip", "brrip": "bluray", "bdrip": "bluray", "dvdrip": "dvd", "hdtvrip": "hdtv", "tvrip": "tv",
              "satrip": "tv", "pdtv": "tv", "dvdscr": "screener", "scr": "screener", "hdcam": "cam", "predvd": "telesync"}
    real = [one for one in sounds if one != "atmos"]
    flags = {flag: bool(told.get(flag)) for flag in ("remux", "proper", "repack", "hybrid")}
    return flags | {
        "title": told.get("title"), "year": told.get("year"), "tv": "season" in told or "episode" in told, "season": told.get("season"), "episode": told.get("episode"),
        "resolution": {"4k": "2160p"}.get(told.get("resolution"), told.get("resolution")), "source": source.get(told.get("source"), told.get("source")),
        "codec": codec.get(told.get("codec"), told.get("codec")), "audio": next((audio.get(one, one) for one in real), None), "atmos": "atmos" in sounds, "group": told.get("group"),
        "dv": "DV" in colours, "hdr": any(one and one.startswith("HDR") for one in colours), "hdr10plus": "HDR10+" in colours,
        "edition": [word for word in ("extended", "unrated", "theatrical", "remastered", "uncut") if told.get(word)] + (["directors cut"] if told.get("directors") else []),
    }


def run_guessit(names):
    code = "import json,sys;sys.path.insert(0,sys.argv[1]);import peers;json.dump(peers.ask_guessit(json.load(sys.stdin)),sys.stdout)"
    done = subprocess.run([os.environ.get("GUESSIT_PYTHON", "/usr/bin/python3"), "-c", code, HERE], input=json.dumps(names), capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return [from_guessit(answer) for answer in told["answers"]], len(names) / told["seconds"]


def ask_guessit(names):
    from guessit import guessit
    guessit("warm.up.2000.1080p-GRP")
    start = time.process_time()
    answers = [dict(guessit(name)) for name in names]
    seconds = time.process_time() - start
    return {"seconds": seconds, "answers": json.loads(json.dumps(answers, default=str))}


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def from_guessit(told):
    other, source = listed(told.get("other")), " ".join(map(str, listed(told.get("source"))))
    sounds, profiles = listed(told.get("audio_codec")), listed(told.get("audio_profile"))
    words = {"Dolby TrueHD": "truehd", "Dolby Digital Plus": "ddp", "Dolby Digital": "dd", "DTS:X": "dts-x", "DTS-HD": "dts-hd-hra" if "High Resolution Audio" in profiles else "dts-hd-ma",
             "DTS": "dts", "FLAC": "flac", "AAC": "aac", "Opus": "opus", "PCM": "pcm", "LPCM": "pcm"}
    order = ["Dolby TrueHD", "DTS:X", "DTS-HD", "PCM", "LPCM", "FLAC", "Dolby Digital Plus", "DTS", "Dolby Digital", "Opus", "AAC"]
    codec = {"H.265": "h265", "H.264": "h264", "Xvid": "xvid", "DivX": "divx", "VC-1": "vc1", "MPEG-2": "mpeg2", "AV1": "av1", "VP9": "vp9"}
    edition = {"Director's Cut": "directors cut", "Directors Cut": "directors cut", "Collector": "collectors", "Special": "special edition", "Criterion": "criterion"}
    names = [str(one) for one in listed(told.get("edition"))]
    return {
        "title": told.get("title"), "year": told.get("year"), "tv": told.get("type") == "episode", "season": (listed(told.get("season")) or [None])[0],
        "episode": (listed(told.get("episode")) or [None])[0], "resolution": (told.get("screen_size") or "").replace("1080i", "1080p") or None,
        "source": guessit_source(source, other), "codec": next((codec.get(one) for one in listed(told.get("video_codec"))), None),
        "audio": next((words[one] for one in order if one in sounds), None), "atmos": "Dolby Atmos" in sounds, "group": told.get("release_group"),
        "dv": "Dolby Vision" in other, "hdr": any(one.startswith("HDR") for one in other), "hdr10plus": "HDR10+" in other, "remux": "Remux" in other,
        "proper": "Proper" in other, "repack": "Proper" in other and "proper" not in str(told).lower(), "hybrid": "Hybrid" in other,
        "edition": [edition.get(one, one.lower()) for one in names] + [one.lower() for one in ("Open Matte", "Remastered", "Uncut", "Theatrical") if one in other],
    }


def guessit_source(source, other):
    for word, ours in (("Blu-ray", "bluray"), ("Web", "webrip" if "Rip" in other else "webdl"), ("HDTV", "hdtv"), ("DVD", "screener" if "Screener" in other else "dvd"), ("Camera", "cam"),
                       ("Telesync", "telesync"), ("Telecine", "telecine"), ("VHS", "vhs"), ("TV", "tv"), ("Satellite", "tv")):
        if word in source:
            return ours
    return None


if __name__ == "__main__":
    sys.exit("This file is used by compare.py.")
