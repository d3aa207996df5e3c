"""What the gate says, and how it says it to a person."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from hbtgraph.config import BASE

Severity = Literal["violation", "warning"]
Language = Literal["vi", "en"]

_NS = f"{BASE}ns#"


class Result(Struct, frozen=True, kw_only=True):
    """One thing that is wrong (`violation`) or that deserves a look (`warning`).

    `focus` is the IRI of the node at fault, `path` that of the property (None where the node as a whole
    is at fault), `value` the offending term as text, `shape` the IRI of the constraint in
    `ontology/shapes/` and `component` the local name of its SHACL constraint component. `label` and
    `words` are the node's Vietnamese label and its evidence's quotation, where it has them.
    """

    focus: str
    path: str | None
    value: str | None
    severity: Severity
    shape: str
    component: str
    message_vi: str
    message_en: str
    label: str | None = None
    words: str | None = None

    def message(self, lang: Language = "vi") -> str:
        """What the constraint says, in one language."""
        return self.message_vi if lang == "vi" else self.message_en

    def line(self, lang: Language = "vi") -> str:
        """The result in one line: severity, fact, what is wrong, the value, the words, the constraint."""
        kind, said = _SAID[lang, self.severity]
        who = f"{_brief(self.label)} ({short(self.focus)})" if self.label else short(self.focus)
        value = f" {short(self.path)}: “{_brief(self.value)}”." if self.path and self.value else ""
        words = f" {said}: “{_brief(self.words)}”." if self.words else ""
        return f"{kind} · {who}: {self.message(lang)}{value}{words} [{short(self.shape)}]"

    def _order(self) -> tuple[bool, str, str, str, str, str]:
        return (
            self.severity == "warning",
            self.shape,
            self.focus,
            self.component,
            self.path or "",
            self.value or "",
        )


_SAID: dict[tuple[Language, Severity], tuple[str, str]] = {
    ("vi", "violation"): ("Sai", "Lời trích"),
    ("vi", "warning"): ("Lưu ý", "Lời trích"),
    ("en", "violation"): ("Wrong", "Words"),
    ("en", "warning"): ("Note", "Words"),
}


class Report(Struct, frozen=True):
    """What the gate found, violations first; `checked` is how many nodes the shapes looked at."""

    results: tuple[Result, ...]
    checked: int

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings are let in."""
        return not self.violations

    @property
    def violations(self) -> tuple[Result, ...]:
        """The results that keep an article out of the store."""
        return tuple(result for result in self.results if result.severity == "violation")

    @property
    def warnings(self) -> tuple[Result, ...]:
        """The results that are kept with the article."""
        return tuple(result for result in self.results if result.severity == "warning")

    def lines(self, lang: Language = "vi") -> list[str]:
        """One line for each result, in the order of `results`; none where nothing was found."""
        return [result.line(lang) for result in self.results]


def short(iri: str) -> str:
    """An IRI's last part, as a person would say it: hbt:Tenure-member, roleText, tenure-le-van-binh-3f2a1c."""
    return f"hbt:{iri.removeprefix(_NS)}" if iri.startswith(_NS) else iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _brief(text: str | None, limit: int = 160) -> str:
    flat = " ".join((text or "").splitlines())
    return flat if len(flat) <= limit else f"{flat[:limit]}…"
