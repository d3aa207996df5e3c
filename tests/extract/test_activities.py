import csv
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.extract.activities import activities
from hbtgraph.extract.context import context
from hbtgraph.model import Activity, Article, Block, Span
from hbtgraph.resources import folder
from hbtgraph.sources import read_article

TITLE = "Quận Hồ Sen chăm lo đời sống nhân dân"


def article(*paragraphs: str) -> Article:
    text = "\n".join((TITLE, *paragraphs))
    blocks, start = [Block("title", Span(0, len(TITLE)))], len(TITLE) + 1
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", Span(start, start + len(paragraph))))
        start += len(paragraph) + 1
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    return Article(id="bai", text=text, digest=digest, title=TITLE, blocks=tuple(blocks), published="2023-11-18")


def read(*paragraphs: str) -> list[Activity]:
    return list(activities(context(article(*paragraphs))))


def said(*paragraphs: str) -> set[tuple[str, str, str]]:
    return {(fact.agent, fact.relation, fact.object) for fact in read(*paragraphs)}


class TestClauses:
    def test_a_body_and_a_verb_of_the_list_make_a_record(self) -> None:
        assert said("UBND quận Hồ Sen ban hành Kế hoạch số 145/KH-UBND.") == {
            ("UBND quận Hồ Sen", "issues", "Kế hoạch số 145/KH-UBND")
        }

    @pytest.mark.parametrize(
        ("verb", "relation"),
        [
            ("phát động", "launches"),
            ("triển khai", "implements"),
            ("tổ chức", "organizes"),
            ("xây dựng", "builds"),
            ("điều chỉnh", "adjusts"),
            ("bảo đảm", "ensures"),
            ("tổng kết", "reviews"),
            ("biểu dương", "commends"),
        ],
    )
    def test_each_verb_says_its_relation(self, verb: str, relation: str) -> None:
        assert ("quận Hồ Sen", relation, "các nội dung mới") in said(f"Quận Hồ Sen đã {verb} các nội dung mới.")

    def test_the_articles_unit_gets_its_name(self) -> None:
        assert said("Quận đã xây dựng nhiều tuyến phố xanh.") == {("quận Hồ Sen", "builds", "nhiều tuyến phố xanh")}

    def test_two_verbs_share_subject_and_object(self) -> None:
        assert said("Quận Hồ Sen phát động và triển khai hiệu quả các phong trào.") == {
            ("quận Hồ Sen", "launches", "các phong trào"),
            ("quận Hồ Sen", "implements", "các phong trào"),
        }

    def test_a_second_verb_has_the_first_ones_subject(self) -> None:
        assert said("Quận Hồ Sen tổ chức hội thi nấu ăn, trao đổi kinh nghiệm và xây dựng các mô hình mới.") >= {
            ("quận Hồ Sen", "builds", "các mô hình mới")
        }

    def test_a_list_gives_a_record_for_each_member(self) -> None:
        assert said("Quận Hồ Sen phát động các phong trào và các đợt thi đua.") == {
            ("quận Hồ Sen", "launches", "các phong trào"),
            ("quận Hồ Sen", "launches", "các đợt thi đua"),
        }

    def test_members_that_share_attributes_stay_together(self) -> None:
        assert ("quận Hồ Sen", "implements", "các mục tiêu, nhiệm vụ của năm") in said(
            "Quận Hồ Sen thực hiện các mục tiêu, nhiệm vụ của năm."
        )

    def test_each_body_of_a_list_is_a_doer_with_its_full_name(self) -> None:
        doers = {agent for agent, _, _ in said("Quận ủy, HĐND, UBND quận Hồ Sen tổ chức hội thi nấu ăn.")}
        assert doers == {"Quận ủy Hồ Sen", "HĐND quận Hồ Sen", "UBND quận Hồ Sen"}

    def test_passive_with_its_doer(self) -> None:
        assert said("Phong trào “Phố xanh” của quận được các phòng, ban, ngành triển khai hiệu quả.") == {
            ("các phòng, ban, ngành", "implements", "Phong trào “Phố xanh” của quận Hồ Sen")
        }

    def test_adverbs_are_the_manner(self) -> None:
        assert read("Quận Hồ Sen triển khai có hiệu quả các mô hình mới.")[0].manner == "có hiệu quả"

    def test_period_stands_before_the_verb(self) -> None:
        assert read("Trong quý II năm 2023, quận Hồ Sen tổ chức các hội thi.")[0].period == "quý II năm 2023"


class TestPlans:
    def test_future_word_makes_a_plan(self) -> None:
        assert [fact.status for fact in read("Quận Hồ Sen sẽ tổ chức hội thi nấu ăn.")] == ["planned"]

    def test_past_is_done(self) -> None:
        assert [fact.status for fact in read("Quận Hồ Sen đã tổ chức hội thi nấu ăn.")] == ["done"]

    def test_a_future_time_holds_until_a_past_is_told(self) -> None:
        first, second, third = read(
            "Thời gian tới, quận Hồ Sen tổ chức các hội thi. Tăng cường tuyên truyền các gương tốt. "
            "Trước đó, quận Hồ Sen đã ban hành các kế hoạch riêng."
        )
        assert (first.status, second.status, third.status) == ("planned", "planned", "done")

    def test_unsaid_subject_is_the_body_that_acted_before(self) -> None:
        assert ("quận Hồ Sen", "promotes", "các gương tốt") in said(
            "Quận Hồ Sen sẽ tổ chức các hội thi. Tăng cường tuyên truyền các gương tốt."
        )

    def test_an_unsaid_subject_is_forgotten_after_a_while(self) -> None:
        weather = "Trời mưa to nên phố vắng. Chợ họp muộn hơn mọi ngày. Xe buýt chạy chậm."
        assert (
            len(read(f"UBND phường Bờ Đông tổ chức các hội thi. {weather} Tăng cường tuyên truyền các gương tốt.")) == 1
        )


class TestCampaigns:
    def test_goals_one_by_one(self) -> None:
        goals = said("Phong trào tập trung vào các mục tiêu như giữ sạch vỉa hè; trồng cây; phát triển văn hóa, y tế.")
        assert {thing for _, relation, thing in goals if relation == "has-goal"} == {
            "giữ sạch vỉa hè",
            "trồng cây",
            "phát triển văn hóa",
            "phát triển y tế",
        }

    def test_effects_belong_to_the_campaign_of_the_sentence_before(self) -> None:
        assert said(
            "Phong trào “Phố xanh” được các đơn vị triển khai. Qua đó, góp phần nâng cao ý thức của học sinh."
        ) >= {("phong trào “Phố xanh”", "has-effect", "nâng cao ý thức của học sinh")}

    def test_what_came_of_a_bodys_own_deed_is_no_effect_of_a_campaign_told_before(self) -> None:
        told = said(
            "UBND quận Hồ Sen phát động phong trào “Phố xanh”.",
            "Thanh tra quận Hồ Sen ban hành Kết luận số 15/KL-TTr; qua đó thực hiện thu hồi 12 tỷ đồng.",
        )
        assert {agent for agent, _, thing in told if "12 tỷ" in thing} == {"Thanh tra quận Hồ Sen"}

    @pytest.mark.parametrize(
        ("words", "relation", "thing"),
        [
            ("bám sát chủ đề của năm", "aligned-with", "chủ đề của năm"),
            ("gắn với nhiệm vụ chính trị", "linked-with", "nhiệm vụ chính trị"),
            ("hướng về cơ sở", "oriented-to", "cơ sở"),
            ("phục vụ người nghèo", "serves", "người nghèo"),
        ],
    )
    def test_joining_words_say_something_of_the_thing_before(self, words: str, relation: str, thing: str) -> None:
        assert ("các phong trào thi đua", relation, thing) in said(
            f"Quận Hồ Sen phát động các phong trào thi đua {words}."
        )

    def test_tied_to_a_task(self) -> None:
        assert ("các phong trào", "linked-with", "nhiệm vụ chính trị") in said(
            "Quận Hồ Sen gắn các phong trào với nhiệm vụ chính trị."
        )

    def test_participants(self) -> None:
        assert ("phong trào", "has-participant", "các tầng lớp nhân dân") in said(
            "Phong trào đã thu hút các tầng lớp nhân dân."
        )

    def test_nouns_of_action_name_their_doers(self) -> None:
        assert said(
            "Nhờ sự chỉ đạo sát sao của Quận ủy, UBND quận Hồ Sen, phong trào thi đua đạt được kết quả tốt."
        ) >= {
            ("Quận ủy Hồ Sen", "directs", "phong trào thi đua"),
            ("UBND quận Hồ Sen", "directs", "phong trào thi đua"),
            ("phong trào thi đua", "achieves", "kết quả tốt"),
        }

    def test_motto_may_be_a_sentence(self) -> None:
        assert ("các đợt thi đua", "has-motto", "việc hôm nay là việc của mình") in said(
            "Quận Hồ Sen phát động các đợt thi đua với phương châm việc hôm nay là việc của mình."
        )


class TestDeeds:
    def test_purpose_belongs_to_the_deed(self) -> None:
        assert ("điều chỉnh giảm dự toán chi", "has-purpose", "dành tiền cho trường học") in said(
            "Quận Hồ Sen điều chỉnh giảm dự toán chi để dành tiền cho trường học."
        )

    def test_what_must_not_come_about_is_no_purpose(self) -> None:
        relations = {relation for _, relation, _ in said("Quận Hồ Sen rà soát các chợ, không để xảy ra cháy nổ.")}
        assert relations == {"reviews"}

    def test_cases_that_share_their_noun(self) -> None:
        cases = said("Quận Hồ Sen điều chỉnh giảm dự toán chi đối với các dự án làm chậm, không có mặt bằng.")
        assert {thing for _, relation, thing in cases if relation == "applies-to"} == {
            "các dự án làm chậm",
            "các dự án không có mặt bằng",
        }

    def test_document_that_specifies_is_the_doer(self) -> None:
        assert ("Kế hoạch số 145/KH-UBND", "specifies", "12 đề án") in said(
            "Quận Hồ Sen sẽ thực hiện 12 đề án được cụ thể trong Kế hoạch số 145/KH-UBND."
        )

    def test_whose_merit_is_commended(self) -> None:
        assert ("khen thưởng các sáng kiến", "targets", "cán bộ, công chức") in said(
            "Quận Hồ Sen khen thưởng các sáng kiến của cán bộ, công chức."
        )

    def test_principle(self) -> None:
        assert ("bình xét các danh hiệu", "has-principle", "công khai, khách quan") in said(
            "Quận Hồ Sen bình xét các danh hiệu bảo đảm công khai, khách quan."
        )

    def test_anniversary_and_founding_year(self) -> None:
        facts = said("Lãnh đạo quận tham dự Chương trình nghệ thuật kỷ niệm 20 năm thành lập quận (2003-2023).")
        assert ("lãnh đạo quận Hồ Sen", "attends") in {(agent, relation) for agent, relation, _ in facts}
        assert ("quận Hồ Sen", "founded-in", "2003") in facts
        assert ("Chương trình nghệ thuật", "commemorates") in {(agent, relation) for agent, relation, _ in facts}

    def test_theme_of_a_year(self) -> None:
        assert ("chủ đề công tác năm 2023", "has-theme", "“Kỷ cương là sức mạnh”") in said(
            "Các đơn vị thực hiện chủ đề công tác năm 2023 “Kỷ cương là sức mạnh”."
        )


class TestSilence:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Bà Lý Thị Ngát nhặt được ví tiền và tìm người trả lại.",
            "Xây dựng nông thôn mới đã trở thành việc của mỗi nhà.",
            "Các tổ chức quốc tế có mặt tại đây.",
            "Trời mưa to nên phố vắng.",
            "“Quận Hồ Sen sẽ tổ chức hội thi”, bà Ngát nói.",
            "Hội nghị diễn ra trong hai ngày.",
            "Quận Hồ Sen không tổ chức hội thi.",
            "UBND quận Hồ Sen chưa ban hành kế hoạch.",
            "Quận Hồ Sen tạm dừng tổ chức hội thi.",
            "Quận Hồ Sen cần xây dựng các bãi đỗ xe.",
            "Đến dự có Chủ tịch UBND quận Hồ Sen Trần Văn Mẫu.",
        ],
    )
    def test_what_no_rule_understands_gives_nothing(self, sentence: str) -> None:
        assert read(sentence) == []

    @pytest.mark.parametrize(
        "sentence",
        [
            "Ông Trần Văn Mẫu cho biết quận Hồ Sen đã ban hành nhiều chính sách mới.",
            "Theo bà Lý Thị Ngát, UBND quận Hồ Sen đã ban hành nhiều chính sách mới.",
            "Công an quận Hồ Sen cho hay, UBND quận đã ban hành nhiều chính sách mới.",
            "Huyện đã ban hành nhiều chính sách mới.",
        ],
    )
    def test_what_somebody_reports_or_nobody_named_does_gives_nothing(self, sentence: str) -> None:
        assert read(sentence) == []

    def test_a_sentence_whose_stop_is_missing_ends_the_object(self) -> None:
        assert said("UBND quận Hồ Sen ban hành Kế hoạch phòng dịch Trước đó đường phố vắng.") == {
            ("UBND quận Hồ Sen", "issues", "Kế hoạch phòng dịch")
        }

    def test_a_clause_inside_the_object_gives_nothing(self) -> None:
        assert read("Quận Hồ Sen tổ chức hội thi bà Ngát đã thắng.") == []


class TestEvidence:
    @pytest.fixture(params=sorted((folder("data") / "articles").glob("*.txt")), ids=lambda path: path.stem)
    def sample(self, request: pytest.FixtureRequest) -> Article:
        return read_article(request.param)

    def test_holds_the_verb_and_stays_in_one_block(self, sample: Article) -> None:
        found = list(activities(context(sample)))
        assert len(found) > 5
        for fact in found:
            words = fact.evidence.of(sample.text)
            assert fact.action in " ".join(words.split())
            assert any(
                span.start <= fact.evidence.start and fact.evidence.end <= span.end
                for span in sample.parts("paragraph", "caption")
            )

    def test_is_in_the_order_of_the_text_and_nothing_is_said_twice(self, sample: Article) -> None:
        found = list(activities(context(sample)))
        assert found == sorted(found, key=lambda fact: (fact.evidence, fact.relation, fact.object))
        assert len({(fact.agent, fact.relation, fact.object) for fact in found}) == len(found)

    def test_the_same_article_gives_the_same_records(self, sample: Article) -> None:
        assert list(activities(context(sample))) == list(activities(context(sample)))


WORDS = """
quận Hồ Sen|Quận|UBND quận|Quận ủy|các đơn vị|lãnh đạo|phong trào|“Phố xanh”|(2003-2023)|,|;|:|
.|và|phát động|triển khai|tổ chức|gắn|gắn với|với|được|do|để|nhằm|đối với|của|thuộc|không|đã|sẽ|
qua đó|góp phần|tập trung vào các mục tiêu|bảo đảm|công khai|sự chỉ đạo|kỷ niệm|30 năm|
chủ đề công tác năm 2023|các|nhiệm vụ|người dân|trong|x
""".replace("\n", "").split("|")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_no_order_of_words_breaks_the_reading(words: list[str]) -> None:
    text = article(" ".join(words))
    for fact in activities(context(text)):
        assert fact.agent
        assert fact.object
        assert fact.action in " ".join(fact.evidence.of(text.text).split())


def test_every_relation_of_the_word_lists_is_a_concept_of_the_scheme() -> None:
    scheme = (folder("ontology") / "schemes" / "relations.ttl").read_text(encoding="utf-8")
    for name in ("activity-relations", "activity-turns"):
        lines = (folder("data") / "gazetteers" / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            assert f'skos:notation "{row["relation"]}"' in scheme
