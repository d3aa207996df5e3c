"""Reads RDF files, offline."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from hbtgraph.errors import SourceError


def read_file(path: Path) -> list[ox.Quad]:
    """The quads of an RDF file; its ending tells the format.

    Raises SourceError where the file is missing, unreadable, ill-formed or of no known format.
    """
    form = ox.RdfFormat.from_extension(path.suffix.lstrip(".")) if path.suffix else None
    if form is None:
        raise SourceError(
            "không biết đây là dạng RDF nào; tên tệp phải có đuôi .ttl, .trig, .nt, .nq, .jsonld hoặc .rdf",
            "unknown RDF format; the name must end in .ttl, .trig, .nt, .nq, .jsonld or .rdf",
            where=str(path),
        )
    try:
        return list(ox.parse(path=str(path), format=form, base_iri=path.resolve().as_uri()))
    except OSError as error:
        reason = error.strerror or str(error)
        raise SourceError(
            f"không đọc được tệp ({reason})", f"the file cannot be read ({reason})", where=str(path)
        ) from error
    except (SyntaxError, ValueError) as error:
        fault = error.msg if isinstance(error, SyntaxError) else str(error)
        raise SourceError(
            f"tệp RDF viết sai ({fault}); hãy sửa chỗ đó", f"ill-formed RDF ({fault}); mend that place", where=str(path)
        ) from error
