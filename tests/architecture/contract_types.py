"""Two import contracts that import-linter does not have: rooms meet by their faces, and pure means an allow-list."""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

HOUSE = "motcua"


def under(module: str, names: set[str]) -> bool:
    """Whether a module is one of the names or lies below one; `*` stands for any one part."""
    parts = module.split(".")
    return any(
        len(parts) >= len(name.split(".")) and all(n in ("*", p) for n, p in zip(name.split("."), parts, strict=False))
        for name in names
    )


class Pairs(Contract):
    """Report every direct import that the subclass calls wrong."""

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002, FBT001 - import-linter's signature
        """Compare each import with the rule."""
        bad = [
            (a, b)
            for a in sorted(graph.modules)
            if a.startswith(HOUSE + ".") and ".tests" not in a
            for b in sorted(graph.find_modules_directly_imported_by(a))
            if self.wrong(a, b)
        ]
        return ContractCheck(kept=not bad, metadata={"bad": bad})

    def wrong(self, importer: str, imported: str) -> bool:
        """Whether one import breaks the contract."""
        raise NotImplementedError

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each bad import."""
        for importer, imported in check.metadata["bad"]:
            output.print_error(f"{importer} may not import {imported}")


class Faces(Pairs):
    """Between rooms only the named files are visible."""

    faces = fields.SetField(subfield=fields.StringField())
    open_rooms = fields.SetField(subfield=fields.StringField())
    inside_doors = fields.SetField(subfield=fields.StringField())

    def wrong(self, importer: str, imported: str) -> bool:
        """A door closed to other rooms was used."""
        a, b = importer.split("."), imported.split(".")
        if b[0] != HOUSE or a[1] == b[1] or a[1] in self.inside_doors or b[1] in self.open_rooms:
            return False
        return len(b) < 3 or b[2] not in self.faces


class Only(Pairs):
    """The named modules import nothing but the listed ones."""

    modules = fields.SetField(subfield=fields.StringField())
    may_import = fields.SetField(subfield=fields.StringField())

    def wrong(self, importer: str, imported: str) -> bool:
        """Something outside the allow-list was imported."""
        return under(importer, self.modules) and not under(imported, self.may_import)
