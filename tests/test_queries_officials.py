"""Who held which post on a day: what is certain, what is possible, and why, for the two small articles."""

from __future__ import annotations

from tests.test_queries import ID, UBND, A, Plain, column

from hbtgraph.lookup import KnowledgeGraph
from hbtgraph.pipeline.tenures import renew_all
from hbtgraph.queries import Value
from hbtgraph.store import Store


class TestOfficials:
    def on(self, store: Store, day: str, /, **params: Value) -> list[Plain]:
        return column(store, "officials", "person role status certainty", on=day, **params)

    def test_on_the_day_of_an_article_its_officials_are_certain(self, small: Store) -> None:
        assert self.on(small, "2022-10-23") == [
            ("Nguyễn Quang Minh", "Chủ tịch", "đương nhiệm", "certain"),
            ("Phạm Thị Hà", "Phó Chủ tịch", "đương nhiệm", "certain"),
            ("Phạm Thị Hạ", "Bí thư", "nguyên", "possible"),
        ]

    def test_every_row_says_its_bounds_and_why(self, small: Store) -> None:
        told = "person earliestStart latestStart earliestEnd latestEnd startBound endBound"
        rows = column(small, "officials", told, of=UBND)
        assert {row[0]: row[1:] for row in rows} == {
            "Nguyễn Quang Minh": (None, "2022-10-23", "2022-10-23", "2023-04-29", None, "other-holder"),
            "Phạm Thị Hà": (None, "2022-10-23", "2023-05-10", "2025-06-30", None, "cơ quan, đơn vị không còn"),
            "Lê Văn Sơn": ("2023-04-01", "2023-04-30", "2023-05-10", "2025-06-30", "appointed",
                           "cơ quan, đơn vị không còn"),
        }  # fmt: skip

    def test_a_day_is_before_on_between_or_after_those_that_articles_prove(self, small: Store) -> None:
        def basis(day: str) -> list[Plain]:
            return column(small, "officials", "certainty basis", on=day, person="Phạm Thị Hà")

        days = ("2022-10-22", "2022-10-23", "2023-01-01", "2023-05-10", "2023-05-11")
        assert [basis(day) for day in days] == [
            [("possible", "before")], [("certain", "on")], [("certain", "between")], [("certain", "on")],
            [("possible", "after")],
        ]  # fmt: skip

    def test_between_two_attested_days_certain_after_the_last_possible(self, small: Store) -> None:
        assert self.on(small, "2023-01-01", person="phạm thị hà") == [
            ("Phạm Thị Hà", "Phó Chủ tịch", "đương nhiệm", "certain")
        ]
        assert self.on(small, "2024-01-01", person="phạm thị hà") == [
            ("Phạm Thị Hà", "Phó Chủ tịch", "đương nhiệm", "possible")
        ]

    def test_a_former_official_is_excluded_after_the_day_that_calls_them_former(self, small: Store) -> None:
        assert [row[0] for row in self.on(small, "2023-05-11")] == ["Lê Văn Sơn", "Phạm Thị Hà"]

    def test_a_holder_is_excluded_once_another_is_in_the_post(self, small: Store) -> None:
        chairs = {day: [row[0] for row in self.on(small, day) if row[1] in ("Chủ tịch", "quyền Chủ tịch")] for day in (
            "2022-10-23", "2023-04-15", "2023-04-30")}  # fmt: skip
        assert chairs == {
            "2022-10-23": ["Nguyễn Quang Minh"],
            "2023-04-15": ["Nguyễn Quang Minh", "Lê Văn Sơn"],
            "2023-04-30": ["Lê Văn Sơn"],
        }

    def test_nobody_holds_a_post_in_a_body_that_has_ended(self, small: Store) -> None:
        assert len(self.on(small, "2025-06-30")) == 2
        assert self.on(small, "2025-07-01") == []

    def test_an_article_that_speaks_of_an_ended_body_as_living_changes_nothing(self, own_small: Store) -> None:
        later = '"2025-07-05"^^<http://www.w3.org/2001/XMLSchema#date>'
        own_small.update(
            "PREFIX hbt: <https://w3id.org/hbtgraph/ns#> INSERT DATA { GRAPH <https://example.org/g> { "
            f"<{ID}tenure-b2b2b2-2> hbt:attestedOn {later} ; hbt:earliestEnd {later} }} }}"
        )
        renew_all(own_small)
        assert [row[3] for row in self.on(own_small, "2025-06-30", person="Phạm Thị Hà")] == ["certain"]
        assert self.on(own_small, "2025-07-05") == []

    def test_a_post_that_the_article_leaves_unnamed_is_told_without_a_role(self, own_small: Store) -> None:
        tenure = f"<{ID}tenure-a1a1a1-2>"
        own_small.update(
            f"DELETE {{ GRAPH ?g {{ {tenure} ?p ?o }} }} WHERE {{ GRAPH ?g {{ {tenure} ?p ?o "
            "FILTER(STRENDS(LCASE(STR(?p)), 'role') || STRENDS(STR(?p), '#roleText')) } }"
        )
        renew_all(own_small)
        assert ("Phạm Thị Hà", None, "đương nhiệm", "certain") in self.on(own_small, "2022-10-23")
        assert len(column(own_small, "people", "person", name="Phạm Thị Hà")) == 2
        posts = KnowledgeGraph(own_small).officials(person="Phạm Thị Hà")
        assert sorted(str(post.role) for post in posts) == ["None", "Phó Chủ tịch"]

    def test_all_district_bodies_ended_with_their_level_even_where_only_the_level_is_known(
        self, own_small: Store
    ) -> None:
        hbt = "https://w3id.org/hbtgraph/ns#"
        own_small.update(
            f"DELETE {{ GRAPH ?g {{ ?s <{hbt}existsUntil> ?day }} }} WHERE {{ GRAPH ?g {{ ?s <{hbt}existsUntil> ?day "
            f"FILTER(STRSTARTS(STR(?s), '{ID}')) }} }}"
        )
        assert len(self.on(own_small, "2025-06-30")) == 2
        assert self.on(own_small, "2025-07-01") == []

    def test_without_a_day_each_holding_is_one_row_with_its_attested_days(self, small: Store) -> None:
        rows = column(small, "officials", "person status firstAttested lastAttested articles certainty")
        assert rows == [
            ("Phạm Thị Hạ", "nguyên", None, None, "1", None),
            ("Lê Văn Sơn", "quyền", "2023-05-10", "2023-05-10", "1", None),
            ("Nguyễn Quang Minh", "nguyên", "2022-10-23", "2022-10-23", "2", None),
            ("Phạm Thị Hà", "đương nhiệm", "2022-10-23", "2023-05-10", "2", None),
        ]

    def test_the_words_are_of_the_latest_article_up_to_the_day(self, small: Store) -> None:
        def words(day: str) -> list[Plain]:
            return column(small, "officials", "words article", on=day, person="Nguyễn Quang Minh")

        assert words("2022-12-01") == [(f"Nguyễn Quang Minh, Chủ tịch {UBND}", A)]
        assert words("2023-04-29") == [(f"Nguyễn Quang Minh, Chủ tịch {UBND}", A)]
        assert column(small, "officials", "words", person="Nguyễn Quang Minh") == [
            (f"Nguyễn Quang Minh, nguyên Chủ tịch {UBND}",)
        ]

    def test_of_takes_a_body_or_the_unit_it_governs(self, small: Store) -> None:
        by_unit = column(small, "officials", "person", of="quan hai ba trung")
        assert len(by_unit) == 4  # the Party committee governs the district too, though its name lacks "quận"
        assert len(column(small, "officials", "person", of=UBND)) == 3
        assert column(small, "officials", "person", of="phường Hai Bà Trưng") == []

    def test_said_to_be_over_and_attested_again_are_two_terms(self, own_small: Store) -> None:
        tenure = (
            "a hbt:Tenure ; org:member id:person-pham-thi-ha-33cc ; org:organization id:body-quan-uy-hai-ba-trung ; "
            'org:role c:role-bi-thu ; hbt:roleText "Bí thư"@vi ; hbt:tenureStatus c:tenure-current ; '
            'hbt:attestedOn "2024-03-01"^^xsd:date ; hbt:latestStart "2024-03-01"^^xsd:date ; '
            'hbt:earliestEnd "2024-03-01"^^xsd:date ; hbt:evidence ?ev'
        )
        own_small.update(
            "PREFIX hbt: <https://w3id.org/hbtgraph/ns#> PREFIX id: <https://w3id.org/hbtgraph/id/> "
            "PREFIX c: <https://w3id.org/hbtgraph/scheme/> PREFIX org: <http://www.w3.org/ns/org#> "
            "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
            f"INSERT {{ GRAPH <https://example.org/g> {{ id:tenure-again {tenure} }} }} "
            "WHERE { GRAPH ?g { id:tenure-a1a1a1-3 hbt:evidence ?ev } }"
        )
        renew_all(own_small)
        certainty = {day: self.on(own_small, day, person="Phạm Thị Hạ")[0][3] for day in ("2023-05-05", "2024-03-01")}
        assert certainty == {"2023-05-05": "possible", "2024-03-01": "certain"}
