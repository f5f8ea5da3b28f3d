"""Runs the project with nothing but Python and pip: ``demo``, ``test``, and ``training`` to get what training needs."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

HOME = Path(__file__).resolve().parent
ENVIRONMENT = HOME / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
OWN_PIP = importlib.util.find_spec("ensurepip") is not None
"""False on a Debian without the package that holds ensurepip."""

EXAMPLES = ("examples/honest.txt", "examples/faulty.txt")
USAGE = "usage: python3 tasks.py demo | test | training"


def run(*command: str | Path) -> int:
    """Run a command in the project's folder and return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=HOME, check=False).returncode


def must(*command: str | Path) -> None:
    """Run a command and stop with its exit code when it fails."""
    code = run(*command)
    if code:
        sys.exit(f"tasks.py: failed ({code}): {' '.join(str(part) for part in command)}")


def set_up(lock: str) -> None:
    """Make the virtual environment, once for each state of the lock file, and install the project into it."""
    stamp = ENVIRONMENT / f"{lock}.installed"
    wanted = (HOME / lock).read_bytes() + (HOME / "pyproject.toml").read_bytes()
    if stamp.exists() and stamp.read_bytes() == wanted:
        return
    if Path(sys.prefix).resolve() != ENVIRONMENT:  # this may be the environment's own Python already
        venv.create(ENVIRONMENT, with_pip=OWN_PIP, symlinks=os.name != "nt")
    install("--require-hashes", "-r", lock)
    install("--no-deps", "--no-build-isolation", "-e", ".")
    stamp.write_bytes(wanted)


def install(*wanted: str) -> None:
    """Install into the virtual environment; the pip outside serves where the environment has none of its own."""
    pip: list[str | Path] = [BIN / "python", "-m", "pip"]
    if not OWN_PIP:
        if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False).returncode:
            sys.exit("tasks.py: neither venv's own pip nor a pip for this Python; install python3-venv or python3-pip")
        pip = [sys.executable, "-m", "pip", "--python", BIN / "python"]
    must(*pip, "install", "--quiet", "--disable-pip-version-check", *wanted)


def demo() -> int:
    """Check the two example stories and write their page; findings are what is expected here."""
    set_up("requirements.lock")
    page = HOME / "out" / "examples.html"
    page.parent.mkdir(exist_ok=True)
    shown = run(BIN / "onrecord", "check", *EXAMPLES)
    written = run(BIN / "onrecord", "check", *EXAMPLES, "--format", "html", "--output", page)
    if max(shown, written) > 1:
        return max(shown, written)
    print(f"\nThe page with both stories: {page}")
    return 0


def test() -> int:
    """Run lint, types, import contracts, tests and, where the gold stories are, the floors; name what failed."""
    set_up("requirements-dev.lock")
    python = BIN / "python"
    jobs: dict[str, tuple[str | Path, ...]] = {
        "lint": (BIN / "ruff", "check"),
        "layout": (BIN / "ruff", "format", "--check"),
        "types": (BIN / "mypy",),
        "imports": (BIN / "lint-imports",),
        "floors": (python, "-m", "evaluation", HOME.parent / "shared", "--floors"),
        "tests": (python, "-m", "pytest", "-n", "2"),
    }
    if not (HOME.parent / "shared" / "gold").is_dir():
        print("floors: left out, no gold stories beside this checkout", flush=True)
        del jobs["floors"]
    failed = []
    for name, command in jobs.items():
        print(f"== {name}", flush=True)
        if run(*command):
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "all passed", flush=True)
    return 1 if failed else 0


def training() -> int:
    """Install what training the reader needs, with which ``test`` runs the tests of the training too."""
    set_up("requirements-dev.lock")
    install("-r", "requirements-training.txt")
    return 0


if __name__ == "__main__":
    known = {"demo": demo, "test": test, "training": training}
    if len(sys.argv) != 2 or sys.argv[1] not in known:
        sys.exit(USAGE)
    sys.exit(known[sys.argv[1]]())
