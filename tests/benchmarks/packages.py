"""Packages of real model code, by name and pinned version, as PyPI has them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

CACHE = Path.home() / ".cache" / "shapelint-benchmarks"
PINNED = (
    "timm==1.0.31",
    "x-transformers==2.31.10",
    "diffusers==0.42.1",
    "monai==1.6.1",
    "fairseq==0.12.2",
    "mmdet==3.3.0",
    "espnet==202511",
    "ultralytics==8.4.190",
    "torchaudio==2.11.0",
    "peft==0.21.2",
    "sentence-transformers==6.2.0",
)
KERAS = ("keras-hub==0.32.0", "keras-cv==0.9.0")
SMALL = (
    "efficientnet-pytorch==0.7.1",
    "egnn-pytorch==0.2.8",
    "performer-pytorch==1.1.4",
    "axial-attention==0.6.1",
)


def fetched(requirement: str, cache: Path) -> Path:
    """The folder of a package's sources, downloaded on first sight and never installed.

    Raises subprocess.CalledProcessError where pip cannot get it.
    """
    folder = cache / requirement
    if not folder.is_dir():
        downloads = cache / "downloads" / requirement
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        subprocess.run([*command, "--dest", str(downloads), requirement], check=True)
        unfinished = cache / "unfinished" / requirement
        shutil.rmtree(unfinished, ignore_errors=True)
        for archive in downloads.iterdir():
            _unpack(archive, unfinished)
        unfinished.rename(folder)
    return folder


def _unpack(archive: Path, folder: Path) -> None:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder)
    else:
        with tarfile.open(archive) as source:
            source.extractall(folder, filter="data")
