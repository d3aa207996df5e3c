from collections.abc import Callable

import pytest

from hbtgraph.extract.callings import given_names, sex_of, sexes
from hbtgraph.extract.context import Context

Read = Callable[..., Context]


def called(context: Context) -> list[str]:
    taken = sorted(name.span for name in context.names)
    return [name for _, name in given_names(context, taken)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sáng nay anh Thành ra đồng.", ["Thành"]),
        ("Bà Trần Thị Sen Hà ra đồng, rồi bà Sen về.", ["Trần Thị Sen Hà"]),
        ("Ông Lê Bá Hoan ra đồng, rồi ông Hoàn về.", ["Lê Bá Hoan"]),
        ("Bà Trần Thị Sen Hà và bà Lê Thị Sen Mai ra đồng, rồi bà Sen về.", []),
        ("Chợ Bà Chiểu đông khách.", []),
    ],
)
def test_a_given_name_alone_is_that_of_its_only_bearer(read: Read, text: str, names: list[str]) -> None:
    assert called(read(text)) == names


def test_words_of_address_tell_a_man_from_a_woman(read: Read) -> None:
    context = read("Ông Lê Bá Vinh và bà Trần Thị Sen ra đồng cùng đồng chí Phạm Bá Đào.")
    assert sexes(context) == {"Lê Bá Vinh": "he", "Trần Thị Sen": "she"}
    assert (sex_of("Ông"), sex_of("chị"), sex_of("em")) == ("he", "she", None)


def test_a_middle_name_tells_a_man_from_a_woman_where_no_word_of_address_does(read: Read) -> None:
    context = read("Liệt sĩ Lê Văn Tư, kỹ sư Trần Thị Sen, em Phạm Văn Ba và bà Hồ Văn Năm được nhắc tên.")
    told = sexes(context)
    assert [told[name.full] for name in context.names] == ["he", "she", "young", "she"]


def test_whose_kin_somebody_is_does_not_speak(read: Read, said: Callable[[Context], list[tuple[str, str]]]) -> None:
    words = "lúa năm nay được mùa hơn mọi năm"
    family = read("Em Lê Thị Sen ra đồng.", f"Bà Trần Thị Mận - mẹ Sen cho biết {words}.")
    assert said(family) == [("Trần Thị Mận", words)]
    pupil = read(f"Ông Lê Bá Vinh, phụ huynh học sinh Lê Văn Tám, cho biết {words}.")
    assert said(pupil) == [("Lê Bá Vinh", words)]
    assert said(read(f"Hôm qua, mẹ Trần Thị Mận cho biết {words}.")) == [("Trần Thị Mận", words)]


def test_of_a_name_in_initials_its_last_part_means_the_same_person(read: Read) -> None:
    assert called(read("Bà N.T.Sen ra đồng.", "Chị Sen và chị N.T.Sen cấy lúa.")) == ["N.T.Sen", "N.T.Sen", "N.T.Sen"]
    assert called(read("Gặp anh L.V.Đ. (người xóm Đông), anh Đ. kể lại.")) == ["L.V.Đ", "L.V.Đ"]


def test_one_letter_alone_is_nobody(read: Read) -> None:
    assert called(read("Gặp anh Đ. kể lại chuyện cũ.")) == []
