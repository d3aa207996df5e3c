"""Another person, post, unit or day in a sentence changes that field of the fact and no other."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.extract.appointments import appointments
from hbtgraph.extract.containments import containments
from hbtgraph.extract.context import Context, context
from hbtgraph.extract.statements import statements
from hbtgraph.extract.tenures import tenures
from hbtgraph.vietnamese.names import has_surname

_SPEC = importlib.util.spec_from_file_location("made", Path(__file__).with_name("conftest.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
_MADE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MADE)

PEOPLE = (
    "Trần Văn Sen", "Lê Thị Thu Cúc", "Vũ Hạnh Dung", "Nguyễn Bá Lộc", "Đỗ Quốc Toản", "Phạm Vinh", "Hoàng Thị Mận",
    "Đinh Hữu Niên", "Phan Khắc Hải", "Kpă Y Lan",
)  # fmt: skip
UNITS = ("Hồ Sen", "Bến Trúc", "Lâm Thượng", "Long Biên", "Hai Bà Trưng", "Sao Khuê Hạ", "Đồng Lim")
POSTS = ("Chủ tịch", "Phó Chủ tịch", "Phó Chủ tịch Thường trực")
BODIES = ("UBND", "HĐND")
DAYS = (("5/3/2022", "2022-03-05"), ("ngày 12-10-2021", "2021-10-12"), ("1.6.2020", "2020-06-01"))
SAYINGS = ("đường ven sông sẽ xong trước mùa mưa", "các hộ đã nhận đủ tiền đền bù", "chợ mới còn thiếu chỗ để xe")


class Case(NamedTuple):
    """What is put into a sentence."""

    person: str
    post: str
    body: str
    level: str
    unit: str

    @property
    def office(self) -> str:
        return f"{self.body} {self.level} {self.unit}"


CASES = st.builds(
    Case, st.sampled_from(PEOPLE), st.sampled_from(POSTS), st.sampled_from(BODIES),
    st.sampled_from(("quận", "huyện", "phường", "xã", "thị xã")), st.sampled_from(UNITS),
).filter(lambda case: len(case.person.split()) > 2 or not has_surname(case.unit))  # fmt: skip
"""Four syllables of which the first and the third are surnames may be one name or two: nobody can tell."""

HOLDING = (
    "Đến dự có {post} {office} {person}.",
    "Ông {person}, {post} {office}, đến dự.",
    "Bà {person} - {post} {office} đến dự.",
    "Ông {person} ({post} {office}) đến dự.",
    "Ông {person} là {post} {office}.",
    "Hiện bà {person} giữ chức {post} {office}.",
)
GIVING = (
    ("Ông {person} được bổ nhiệm giữ chức {post} {office}.", "appointed"),
    ("Thành phố quyết định điều động bà {person} giữ chức {post} {office}.", "transferred"),
    ("Kỳ họp đã bầu ông {person} giữ chức {post} {office}.", "elected"),
    ("Kỳ họp miễn nhiệm chức danh {post} {office} đối với ông {person}.", "dismissed"),
)
SPEAKING = (
    "Ông {person}, {post} {office}, cho biết {said}.",
    "{post} {office} {person} khẳng định: “{said}”.",
    "“{said}”, bà {person} - {post} {office} nói.",
    "Theo ông {person}, {post} {office}, {said}.",
)


def read(sentence: str, case: Case, **more: str) -> Context:
    """The context of an article that holds the sentence."""
    filled = sentence.format(person=case.person, post=case.post, office=case.office, **more)
    return context(_MADE.made(filled[0].upper() + filled[1:]))


@given(CASES, st.sampled_from(HOLDING))
def test_person_post_and_body_of_a_tenure_are_those_put_in(case: Case, sentence: str) -> None:
    found = [(fact.person, fact.role, fact.organization) for fact in tenures(read(sentence, case))]
    assert found == [(case.person, case.post, case.office)]


@given(CASES, st.sampled_from(GIVING), st.sampled_from(DAYS))
def test_person_post_body_and_day_of_a_change_are_those_put_in(
    case: Case, giving: tuple[str, str], day: tuple[str, str]
) -> None:
    sentence, action = giving
    written, iso = day
    dated = f"{written[0].upper()}{written[1:]}, {sentence[0].lower()}{sentence[1:]}"
    if not written.startswith("ngày"):
        dated = f"Ngày {dated}"
    (fact,) = appointments(read(dated, case))
    assert (fact.person, fact.role, fact.organization) == (case.person, case.post, case.office)
    assert (fact.action, fact.date) == (action, iso)


@given(CASES, st.sampled_from(SPEAKING), st.sampled_from(SAYINGS))
def test_speaker_and_words_of_a_statement_are_those_put_in(case: Case, sentence: str, said: str) -> None:
    (fact,) = statements(read(sentence, case, said=said))
    assert (fact.speaker, fact.text.lower().rstrip(".")) == (case.person, said)


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), st.sampled_from((("xã", "huyện"), ("phường", "quận"))))
def test_units_that_lie_in_one_another_are_those_put_in(part: str, whole: str, levels: tuple[str, str]) -> None:
    small, large = levels
    for sentence in (f"Đường ở {small} {part}, {large} {whole} đã xong.", f"Nhà ở {small} {part} ({large} {whole})."):
        found = [(fact.part, fact.whole) for fact in containments(context(_MADE.made(sentence)))]
        assert found == [(f"{small} {part}", f"{large} {whole}")]
