#!/usr/bin/env python3
"""Writes films of 80 GB that take almost no space (sparse), and a transport stream of 1 GB, to measure the probe with.

usage: make_films.py RPU.bin FOLDER      RPU.bin: one RPU behind a start code, as dovi_tool writes it
"""
import os
import struct
import sys

PICTURE, SLICES, PER_CLUSTER, CLUSTERS = 460_000, 6, 24, 7_200


def element(ident, data):
    return bytes.fromhex(ident) + b"\x01" + struct.pack(">Q", len(data))[1:] + data


def box(kind, data):
    return struct.pack(">I", len(data) + 8) + kind + data


def pieces_of_picture(rpu):
    """(offset, bytes) of what is not zero in a picture, and its length."""
    pieces, at, size = [], 0, PICTURE // SLICES
    for _ in range(SLICES):
        pieces.append((at, struct.pack(">I", size) + b"\x02\x01\xd0"))
        at += 4 + size
    nal = b"\x7c\x01" + rpu
    pieces.append((at, struct.pack(">I", len(nal)) + nal))
    return pieces, at + 4 + len(nal)


def matroska(path, rpu):
    picture, length = pieces_of_picture(rpu)
    cluster_pieces, at = [(0, element("e7", b"\0"))], len(element("e7", b"\0"))
    for _ in range(PER_CLUSTER):
        cluster_pieces.append((at, b"\xa3\x01" + struct.pack(">Q", length + 4)[1:] + b"\x81\0\0\0"))
        at += 13
        cluster_pieces += [(at + offset, data) for offset, data in picture]
        at += length
        for _ in range(4):
            cluster_pieces.append((at, b"\xa3\x01" + struct.pack(">Q", 2004)[1:] + b"\x82\0\0\0"))
            at += 13 + 2000
    cluster_head = bytes.fromhex("1f43b67501") + struct.pack(">Q", at)[1:]
    cluster_length = len(cluster_head) + at
    hvcc = b"\x01" + bytes(20) + b"\xff\0"
    tracks = element("1654ae6b", element("ae", element("d7", b"\1") + element("83", b"\1") + element("86", b"V_MPEGH/ISO/HEVC") + element("63a2", hvcc)))

    def seek(position):
        return element("114d9b74", element("4dbb", element("53ab", bytes.fromhex("1c53bb6b")) + element("53ac", struct.pack(">Q", position))))

    first = len(seek(0)) + len(tracks)
    cues = element("1c53bb6b", b"".join(
        element("bb", element("b3", struct.pack(">Q", at * 1000)) + element("b7", element("f7", b"\1") + element("f1", struct.pack(">Q", first + at * cluster_length))))
        for at in range(CLUSTERS)))
    size = first + cluster_length * CLUSTERS + len(cues)
    head = element("1a45dfa3", b"") + bytes.fromhex("1853806701") + struct.pack(">Q", size)[1:] + seek(first + cluster_length * CLUSTERS) + tracks
    with open(path, "wb") as file:
        file.write(head)
        # Only every 40th cluster is written, and those where the probe begins: the rest would never be read.
        for index in range(CLUSTERS):
            if index % 40 and index not in range(0, 4) and index * 8 % CLUSTERS > 64 and abs(index - CLUSTERS * 0.95) > 8 and abs(index - CLUSTERS / 2) > 8:
                continue
            start = len(head) + index * cluster_length
            file.seek(start)
            file.write(cluster_head)
            for offset, data in cluster_pieces:
                file.seek(start + len(cluster_head) + offset)
                file.write(data)
        file.seek(len(head) + cluster_length * CLUSTERS)
        file.write(cues)


def mp4(path, rpu):
    picture, length = pieces_of_picture(rpu)
    count = PER_CLUSTER * CLUSTERS
    ftyp = box(b"ftyp", b"isom\0\0\2\0")
    start = len(ftyp) + 16
    entry = box(b"hvc1", bytes(78) + box(b"hvcC", b"\x01" + bytes(20) + b"\xff\0"))
    stbl = box(b"stbl", box(b"stsd", struct.pack(">II", 0, 1) + entry)
               + box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 1, 1))
               + box(b"stsz", struct.pack(">III", 0, 0, count) + struct.pack(">I", length) * count)
               + box(b"co64", struct.pack(">II", 0, count) + b"".join(struct.pack(">Q", start + at * length) for at in range(count))))
    handler = box(b"hdlr", bytes(8) + b"vide" + bytes(13))
    moov = box(b"moov", box(b"trak", box(b"tkhd", bytes(84)) + box(b"mdia", handler + box(b"minf", stbl))))
    with open(path, "wb") as file:
        file.write(ftyp + struct.pack(">I", 1) + b"mdat" + struct.pack(">Q", length * count + 16))
        for index in range(count):
            near = min(abs(index / count - place) for place in (0, 0.5, 0.95))
            if near > 0.001:
                continue
            for offset, data in picture:
                file.seek(start + index * length + offset)
                file.write(data)
        file.seek(start + length * count)
        file.write(moov)


def m2ts(path, rpu, packets_a_picture=PICTURE // 184):
    """Nothing can be left out of a transport stream, so this one is smaller; the probe reads no more of a larger one."""
    def packet(pid, start, payload):
        return bytes(4) + bytes([0x47, (0x40 if start else 0) | pid >> 8, pid & 255, 0x10]) + payload

    def stuffed(pid, payload):
        fill = 184 - len(payload)
        return bytes(4) + bytes([0x47, 0x40 | pid >> 8, pid & 255, 0x30, fill - 1, 0]) + b"\xff" * (fill - 2) + payload

    def section(table, body):
        return b"\0" + bytes([table, 0xB0, len(body) + 9, 0, 1, 0xC1, 0, 0]) + body + bytes(4)

    pes = b"\0\0\1\xe0\0\0\x80\x80\5\x21\0\1\0\1"
    tables = stuffed(0, section(0, b"\0\1\xe1\0")) + stuffed(0x100, section(2, b"\xf0\x11\xf0\0\x24\xf0\x11\xf0\0\x24\xf0\x15\xf0\0"))
    picture = packet(0x1011, True, (pes + b"\0\0\0\1\x02\1\xd0").ljust(184, b"\x55"))
    picture += packet(0x1011, False, b"\x55" * 184) * packets_a_picture
    nal = pes + b"\0\0\0\1\x7c\1" + rpu
    layer = b""
    for at in range(0, len(nal), 170):
        part = nal[at:at + 170]
        fill = 184 - len(part)
        layer += bytes(4) + bytes([0x47, (0 if at else 0x40) | 0x10, 0x15, 0x30, fill - 1, 0]) + b"\xff" * (fill - 2) + part
    with open(path, "wb") as file:
        file.write(tables)
        for _ in range(1_000_000_000 // (len(picture) + len(layer))):
            file.write(picture + layer)


def main():
    rpu = open(sys.argv[1], "rb").read()
    rpu = rpu[rpu.index(b"\0\0\0\1") + 4:].split(b"\0\0\0\1")[0]
    folder = sys.argv[2]
    name = os.path.splitext(os.path.basename(sys.argv[1]))[0]
    matroska(os.path.join(folder, name + "-80GB.mkv"), rpu)
    mp4(os.path.join(folder, name + "-80GB.mp4"), rpu)
    m2ts(os.path.join(folder, name + "-1GB.m2ts"), rpu)


main()
