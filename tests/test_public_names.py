"""What `import hbtgraph` offers is what it says it offers, and each name is explained."""

from __future__ import annotations

import dataclasses
import inspect
import types

import hbtgraph
from hbtgraph import KnowledgeGraph


def test_all_names_exist_and_no_other_public_name_does() -> None:
    public = {
        name
        for name, value in vars(hbtgraph).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert public - {"annotations", "version"} | {"__version__"} == set(hbtgraph.__all__)
    assert sorted(hbtgraph.__all__) == hbtgraph.__all__


def test_every_public_name_has_a_docstring_of_its_own() -> None:
    for name in hbtgraph.__all__:
        if name == "__version__":
            continue
        text = getattr(hbtgraph, name).__doc__
        assert text, name
        assert not text.startswith(f"{name}("), f"{name}: dataclass's own signature is no docstring"


def test_every_public_method_of_the_graph_has_a_docstring() -> None:
    for name, method in inspect.getmembers(KnowledgeGraph, inspect.isfunction):
        if not name.startswith("_"):
            assert method.__doc__, name


def test_results_are_frozen_and_facts_have_evidence() -> None:
    results = [value for value in vars(hbtgraph).values() if dataclasses.is_dataclass(value)]
    assert len(results) > 10
    for result in results:
        assert isinstance(result, type)
        assert result.__dataclass_params__.frozen  # type: ignore[attr-defined]
        fields = {field.name for field in dataclasses.fields(result)}
        if result.__name__ not in ("Evidence", "Rows", "Unit", "UnitChange"):
            assert {"iri", "evidence"} <= fields, result


def test_the_version_is_that_of_the_package() -> None:
    assert hbtgraph.__version__.count(".") == 2
