"""What preparing a photo costs: CPU milliseconds and the peak memory of a process that does nothing else.

    python bench/photos.py

Each figure comes from a fresh process. Where pyvips can be imported, the same work is done by libvips as a baseline
(`pip install "pyvips[binary]"`); it is no dependency. Goals: 48 MP at most 100 MB; a JPEG at most 1.1 x libvips' CPU.
"""

import argparse
import importlib.util
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = {"12": (4000, 3000), "48": (8000, 6000)}
ROUNDS = 5


def make(size: tuple[int, int], path: str) -> None:
    """A picture with as much detail as a phone's, in a process of its own: a child inherits its parent's peak."""
    from PIL import Image

    grain = Image.effect_noise((size[0] // 4, size[1] // 4), 60).resize(size, Image.Resampling.BICUBIC)
    across = Image.linear_gradient("L").resize(size)
    exif = Image.Exif()
    exif[0x0112] = 1
    exif[0x8825] = {1: "N", 2: (40.0, 42.0, 46.0)}
    Image.merge("RGB", (grain, across, grain)).save(path, "JPEG", quality=90, exif=exif)


def ours(data: bytes) -> None:
    from bot.pictures.preparing import prepare

    prepare(data)


def libvips(data: bytes) -> None:
    import pyvips

    web = pyvips.Image.thumbnail_buffer(data, 1600).copy_memory()
    for picture in (web, web.thumbnail_image(320)):
        picture.jpegsave_buffer(Q=85, strip=True)


def one(way: str, path: str, rounds: int = ROUNDS) -> None:
    data = Path(path).read_bytes()
    work = {"ours": ours, "libvips": libvips}[way]
    work(data)
    taken = []
    for _ in range(rounds):
        before = time.process_time()
        work(data)
        taken.append((time.process_time() - before) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(statistics.median(taken), peak)


def apart(way: str, path: Path, size: str = "12", rounds: int = ROUNDS) -> str:
    command = [sys.executable, __file__, "--way", way, "--picture", str(path), "--size", size, "--rounds", str(rounds)]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def measured(way: str, path: Path, rounds: int = ROUNDS) -> tuple[float, float]:
    cpu, peak = apart(way, path, rounds=rounds).split()
    return float(cpu), float(peak)


def main() -> None:
    read = argparse.ArgumentParser(description="What preparing a photo costs.")
    read.add_argument("--way", help=argparse.SUPPRESS)
    read.add_argument("--picture", help=argparse.SUPPRESS)
    read.add_argument("--size", choices=SIZES, default="12", help=argparse.SUPPRESS)
    read.add_argument("--rounds", type=int, default=ROUNDS, help=argparse.SUPPRESS)
    read.add_argument("--only-peak", metavar="MP", choices=SIZES, help="print the peak for one size and nothing else")
    asked = read.parse_args()
    if asked.way:
        make(SIZES[asked.size], asked.picture) if asked.way == "make" else one(asked.way, asked.picture, asked.rounds)
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in [asked.only_peak] if asked.only_peak else SIZES:
            path = Path(folder, f"{name}.jpg")
            apart("make", path, name)
            cpu, peak = measured("ours", path, 1 if asked.only_peak else ROUNDS)
            if asked.only_peak:
                print(f"{peak:.0f} MB")
                continue
            print(f"{name} MP JPEG ({path.stat().st_size / 1e6:.1f} MB): {cpu:.0f} ms CPU, {peak:.0f} MB peak")
            if importlib.util.find_spec("pyvips"):
                theirs, their_peak = measured("libvips", path)
                print(f"    libvips: {theirs:.0f} ms CPU, {their_peak:.0f} MB peak; ratio {cpu / theirs:.2f}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
