"""The packages of this machine that a browser needs too, as files for an archive: pure Python, and no more than is used."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata, util
from pathlib import Path

# Importable name and the name under which it was installed.
FOR_CHECKS = {"annotated_types": "annotated-types", "markdown_it": "markdown-it-py", "markupsafe": "MarkupSafe", "mdurl": "mdurl",
              "pydantic": "pydantic", "typing_extensions": "typing_extensions", "typing_inspection": "typing-inspection", "yaml": "PyYAML"}
FOR_PREVIEWS = {"babel": "babel", "jinja2": "Jinja2"}
# Parts that nothing of ours imports.
LEFT_OUT = ("babel/messages/", "markdown_it/cli/", "pydantic/v1/", "pydantic/mypy.py")
# Babel's data of other languages than ours: 31 MB.
LOCALES = ("root", "en", "en_CA", "fr", "fr_CA")


def of(packages: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """The files of some packages, with their licences. Compiled parts are left out: each has its twin in Python."""
    for name, installed in packages.items():
        spec = util.find_spec(name)
        folder = Path(spec.submodule_search_locations[0] if spec.submodule_search_locations else spec.origin)
        for path in [folder] if folder.is_file() else _needed(folder):
            yield path.relative_to(folder.parent).as_posix(), path.read_bytes()
        yield from _licence_files(installed)


def _needed(folder: Path) -> list[Path]:
    """The files of a package that are used, in order: its modules, and Babel's data of our languages."""
    modules = [path for path in folder.rglob("*.py") if not path.relative_to(folder.parent).as_posix().startswith(LEFT_OUT)]
    return sorted([*modules, *folder.glob("*.dat"), *(folder / "locale-data" / f"{name}.dat" for name in LOCALES if (folder / "locale-data").is_dir())])


def _licence_files(installed: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted(metadata.files(installed) or (), key=str):
        if ".dist-info" in str(file) and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "AUTHORS", "NOTICE")):
            yield f"licences/{installed}/{file.name}", Path(file.locate()).read_bytes()


def licences() -> Iterator[str]:
    """A line for each package: its name, its version, and where its licence is."""
    for installed in ("pydantic-core", *FOR_CHECKS.values(), *FOR_PREVIEWS.values()):
        yield f"{installed} {metadata.version(installed)}: licences/{installed}/" if installed != "pydantic-core" else f"{installed} {metadata.version(installed)}"
