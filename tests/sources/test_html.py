"""Web pages: their words, and what they say of themselves; never a day that is not the article's."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.errors import SourceError
from hbtgraph.model import Article
from hbtgraph.sources import read
from hbtgraph.sources.html import decode_page, read_page
from hbtgraph.sources.pagelines import parted_as_shown
from hbtgraph.sources.web import name_of

from .conftest import mangled

TITLE = "Quận Hồ Sen ra quân trồng cây trên các tuyến phố mới"
LEAD = (
    "(HNM) - Thực hiện Kế hoạch số 12/KH-UBND ngày 24-1-2022 của UBND quận Hồ Sen, sáng nay các phường đã ra quân "
    "trồng cây dọc những tuyến phố mới mở, với sự tham gia của hơn 300 đoàn viên thanh niên."
)
BODY = (
    "Chủ tịch UBND quận Hồ Sen Trần Văn Mẫu cho biết, mỗi phường trồng 500 cây xanh trong năm nay; các trường học "
    "được giao chăm sóc cây trong năm đầu tiên. Quận cũng mời người dân nhận chăm từng gốc cây trước nhà mình."
)
END = "Theo báo cáo ngày 30-9-2022 của Phòng Quản lý đô thị, tỷ lệ cây sống của đợt trước đạt 92%."
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in (LEAD, BODY, END))
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Trang chủ", "Chính trị", "Kinh tế", "Đời sống"))
CLOCK = "<div class='clock'>Thứ Ba, 24/11/2026</div>"
ASIDE = (
    "<div class='aside'><h3>Tin khác</h3><ul><li><a href='/1'>Phường Lá khai hội xuân</a> 22/10/2022</li></ul></div>"
)


def page(body: str, head: str = "", title: str = f"{TITLE} - Báo Bờ Đông") -> str:
    top = f'<head><meta charset="utf-8"><title>{title}</title>{head}</head>'
    return f"<!DOCTYPE html><html>{top}<body>{CLOCK}<ul>{MENU}</ul>{body}{ASIDE}</body></html>"


def article(markup: str, url: str | None = None) -> Article:
    return read_page(markup.encode(), name=None if url else "trang", where="trang.html", url=url)


def linked(**said: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **said}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


class TestText:
    def test_is_the_title_and_the_paragraphs_and_nothing_around_them(self) -> None:
        read_one = article(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}"))
        assert read_one.text == f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{END}\n"
        assert read_one.title == TITLE
        assert [span.of(read_one.text) for span in read_one.parts("paragraph")] == [LEAD, BODY, END]
        assert [span.of(read_one.text) for span in read_one.parts("title")] == [TITLE]

    def test_is_composed_and_single_spaced(self) -> None:
        markup = page(f"<h1>{TITLE}</h1>{PARAGRAPHS}").replace("UBND quận", "UBND&nbsp; \n quận")
        assert article(unicodedata.normalize("NFD", markup)).text == f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{END}\n"

    @pytest.mark.parametrize("place", ["", "<span>Bờ Đông</span>"])
    def test_a_lead_set_apart_is_part_of_it(self, place: str) -> None:
        apart = f"<p class=sapo>{place}{END}</p><div class=ads>Quảng cáo</div>"
        body = f"<h1>{TITLE}</h1><time>Thứ ba, 3/5/2022, 10:15</time>{apart}"
        head = f'<meta property="og:description" content="{END}">'
        text = f"<article><p>{LEAD}</p><p>{BODY}</p></article>"
        read_one = article(page(body + text, head))
        assert read_one.text == f"{TITLE}\n\n{END}\n\n{LEAD}\n\n{BODY}\n"
        assert read_one.published == "2022-05-03T10:15:00+07:00"

    def test_a_lead_that_opens_like_the_text_is_kept(self) -> None:
        lead = (
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 24-1-2022, quận Hồ Sen có thêm 500 cây xanh trên các tuyến phố mới"
        )
        text = f"{lead}, do các phường và các trường học chăm sóc trong năm đầu tiên."
        body = f"<h1>{TITLE}</h1><p class=sapo>{lead}</p><article><p>{text}</p><p>{BODY}</p></article>"
        assert article(page(body)).text == f"{TITLE}\n\n{lead}\n\n{text}\n\n{BODY}\n"

    @pytest.mark.parametrize("heading", ["Các tin khác", "Tin liên quan:", "BÌNH LUẬN"])
    def test_other_news_below_are_no_part_of_it(self, heading: str) -> None:
        links = "".join(f"<p><a href='/{at}'>Phường {at} mở hội xuân (0{at}/05/2021)</a></p>" for at in range(1, 4))
        read_one = article(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}<p><b>{heading}</b></p>{links}"))
        assert read_one.text == f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{END}\n"

    def test_a_heading_of_links_within_it_cuts_nothing_off(self) -> None:
        within = f"<p>{LEAD}</p><p>Xem thêm:</p><p>Phường Lá mở hội xuân</p><p>{BODY}</p><p>{END}</p>"
        text = article(page(f"<h1>{TITLE}</h1>{within}")).text
        assert text.endswith(f"{BODY}\n\n{END}\n")
        assert "Xem thêm" not in text

    def test_a_page_of_line_breaks_under_a_site_s_name_is_read(self) -> None:
        body = (
            f"<div class='news-title'>{TITLE}</div><div class='news-date'>(Cập nhật: 02/06/2021 09:10:00)</div>"
            f"<div class='news-content'><div>{LEAD}<br/><br/>{BODY}<br/><br/>{END}</div></div>"
        )
        menu = "<div class=menu>Trang chủ | Giới thiệu | Tin tức</div>"
        head = "<head><title>.:: UBND huyện Bờ Đông ::.</title></head>"
        read_one = article(f"<html>{head}<body>{menu}{body}</body></html>")
        assert (read_one.title, read_one.published, read_one.section) == (TITLE, "2021-06-02T09:10:00+07:00", None)
        assert [span.of(read_one.text) for span in read_one.parts("paragraph")] == [LEAD, BODY, END]

    def test_a_print_view_is_read_and_its_signature_known(self) -> None:
        body = f"<h2>{TITLE}</h2><div>Đời sống - Ngày đăng : 15:20, 23/10/2022</div>{PARAGRAPHS}<p><b>Minh Hà</b></p>"
        read_one = article(f"<html><body>{body}</body></html>")
        assert (read_one.title, read_one.author, read_one.publisher) == (TITLE, "Minh Hà", "Hànộimới")
        assert (read_one.published, read_one.section) == ("2022-10-23T15:20:00+07:00", "Đời sống")

    def test_a_portal_of_tables_is_read(self) -> None:
        cells = f"<td><b><font size=4>{TITLE}</font></b><br><i>Chủ nhật, ngày 23 tháng 10 năm 2022</i>{PARAGRAPHS}</td>"
        menu = "<td width=180><a href='/a'>Giới thiệu</a><br><a href='/b'>Văn bản</a></td>"
        title = "Cổng thông tin điện tử quận Hồ Sen"
        read_one = article(page(f"<h1>{title}</h1><table><tr>{menu}{cells}</tr></table>", title=title))
        assert read_one.title == TITLE
        assert read_one.published == "2022-10-23"
        assert BODY in read_one.text
        assert "Giới thiệu" not in read_one.text

    def test_rows_of_a_table_of_data_are_lines(self) -> None:
        rows = "".join(
            f"<tr><td>Phường {name}</td><td>{trees}</td></tr>" for name, trees in (("Lá", 512), ("Hoa", 498))
        )
        text = article(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}<table>{rows}</table>")).text
        assert text.endswith("\n\nPhường Lá | 512\n\nPhường Hoa | 498\n")

    @pytest.mark.parametrize("body", ["", "<p>Trang này cần JavaScript.</p>", "<script>app()</script>"])
    def test_a_page_without_an_article_is_an_error(self, body: str) -> None:
        with pytest.raises(SourceError, match="no article"):
            article(f"<html><body>{body}</body></html>")

    def test_a_very_deep_page_is_no_crash(self) -> None:
        deep = "<div>" * 5000 + PARAGRAPHS + "</div>" * 5000
        assert article(page(f"<h1>{TITLE}</h1>{deep}")).title == TITLE


def test_paragraphs_are_parted_where_the_page_parts_them() -> None:
    lines = ["Một hai ba", "Một hai ba bốn", "năm sáu", "bảy"]
    assert parted_as_shown(["Một hai ba bốn năm sáu", "bảy", "Một hai", "Một hai ba tám"], lines) == [
        "Một hai ba bốn", "năm sáu", "bảy", "Một hai", "Một hai ba tám",
    ]  # fmt: skip


class TestTitle:
    @pytest.mark.parametrize("head", ["", f'<meta property="og:title" content="{TITLE} | Bờ Đông">'])
    def test_the_site_s_name_is_no_part_of_it(self, head: str) -> None:
        assert article(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}", head)).title == TITLE

    def test_a_headline_that_the_page_does_not_show_is_taken(self) -> None:
        assert article(page(PARAGRAPHS, linked(headline=TITLE), title="Bờ Đông")).title == TITLE

    def test_a_line_that_a_title_merely_begins_with_is_not_it(self) -> None:
        body = f"<div><a href='/q'>Quận Hồ Sen</a></div>{PARAGRAPHS}"
        assert article(page(body, linked(headline=TITLE))).title == TITLE

    @pytest.mark.parametrize("heading", [f"<h3>{TITLE}</h3>", f"<p class='ten-tieu-de'>{TITLE}</p>", f"<b>{TITLE}</b>"])
    @pytest.mark.parametrize("window", ["In bài viết", "Cổng thông tin điện tử quận Hồ Sen", "Chi tiết tin", ""])
    def test_where_the_window_names_something_else_the_line_over_the_text_is_it(
        self, heading: str, window: str
    ) -> None:
        body = f"<div>{heading}</div><div>Chủ nhật, ngày 23 tháng 10 năm 2022</div>{PARAGRAPHS}"
        read_one = article(page(body, title=window))
        assert (read_one.title, read_one.published) == (TITLE, "2022-10-23")
        assert read_one.text == f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{END}\n"

    def test_the_logo_is_not_the_title(self) -> None:
        body = f"<h1>Báo Bờ Đông điện tử</h1><h2>{TITLE}</h2>{PARAGRAPHS}"
        assert article(page(body, f'<meta property="og:title" content="{TITLE}">')).title == TITLE


class TestPublished:
    def test_linked_data_go_before_what_is_printed_and_are_told_in_vietnamese_time(self) -> None:
        head = linked(datePublished="2022-10-22T20:30:00Z", dateModified="2023-01-01T00:00:00Z")
        body = f"<h1>{TITLE}</h1><div>Ngày đăng: 24/10/2022</div>{PARAGRAPHS}"
        assert article(page(body, head)).published == "2022-10-23T03:30:00+07:00"

    @pytest.mark.parametrize(
        "head",
        [
            '<meta property="article:published_time" content="2022-10-23T15:20:00+07:00">',
            '<meta itemprop="datePublished" content="2022-10-23T15:20:00+07:00">',
            '<meta name="pubdate" content="2022-10-23T08:20:00.000Z">',
            "".join((linked(datePublished="hôm qua"), '<meta name="pubdate" content="2022-10-23T15:20:00">')),
            '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
            '<meta name="pubdate" content="2022-10-23T15:20:00">',
            linked(**{"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "2022-10-23T15:20:00+07:00"}),
            linked(**{"@type": "WebPage", "@graph": [{"@type": "Article", "datePublished": "2022-10-23 15:20:00"}]}),
        ],
    )
    def test_every_way_of_saying_it_is_understood(self, head: str) -> None:
        assert article(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}", head)).published == "2022-10-23T15:20:00+07:00"

    @pytest.mark.parametrize(
        ("line", "published"),
        [
            ("<span>Ngày đăng : 15:20, 23/10/2022</span>", "2022-10-23T15:20:00+07:00"),
            ("<div>Chủ nhật, ngày 23 tháng 10 năm 2022</div>", "2022-10-23"),
            ("<time>23-10-2022 15:20</time>", "2022-10-23T15:20:00+07:00"),
            ("<table><tr><td>Ngày đăng:</td><td>23/10/2022</td></tr></table>", "2022-10-23"),
            ("<div><label>Đăng lúc</label>: <b>15</b>:<b>20</b> 23/10/2022</div>", "2022-10-23T15:20:00+07:00"),
            ("<div>Cập nhật: 23/10/2022 | 15h20 (GMT+7)</div>", "2022-10-23T15:20:00+07:00"),
            ("<div>Ngày đăng: 31/02/2022</div>", None),
            ("", None),
        ],
    )
    @pytest.mark.parametrize("before", [True, False])
    def test_the_printed_line_beside_the_title_is_read(self, line: str, published: str | None, before: bool) -> None:
        heading = f"<h1>{TITLE}</h1>"
        body = line + heading if before else heading + line
        assert article(page(f"<h3>Thời sự</h3>{body}{PARAGRAPHS}")).published == published

    def test_today_s_day_above_and_other_news_below_are_not_the_article_s(self) -> None:
        assert article(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}")).published is None

    def test_a_labelled_line_below_the_text_is_read(self) -> None:
        body = f"<h1>{TITLE}</h1>{PARAGRAPHS}<div>Ngày đăng: 23/10/2022 - Lượt xem: 1.204</div>"
        read_one = article(page(body))
        assert (read_one.published, read_one.section) == ("2022-10-23", None)


class TestParticulars:
    def test_linked_data_name_author_publisher_and_section(self) -> None:
        head = linked(
            author=[{"@type": "Person", "name": "Minh Hà"}, {"@type": "Person", "name": "Lê Thu"}],
            publisher={"@type": "Organization", "name": "Báo Bờ Đông"},
            articleSection="Xã hội &amp; đời sống",
        )
        read_one = article(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}", head))
        assert read_one.author == "Minh Hà, Lê Thu"
        assert read_one.publisher == "Báo Bờ Đông"
        assert read_one.section == "Xã hội & đời sống"

    def test_open_graph_names_publisher_and_section(self) -> None:
        head = '<meta property="og:site_name" content="Bờ Đông"><meta property="article:section" content="Xã hội">'
        read_one = article(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}", head))
        assert (read_one.publisher, read_one.section) == ("Bờ Đông", "Xã hội")

    @pytest.mark.parametrize(
        "author", ["Bờ Đông", "https://facebook.com/bodong", "admin", "Báo Hồ Sen", "Quản trị viên"]
    )
    def test_a_paper_an_account_or_an_address_is_no_author(self, author: str) -> None:
        head = f'<meta property="og:site_name" content="Bờ Đông"><meta name="author" content="{author}">'
        assert article(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}", head)).author is None

    @pytest.mark.parametrize(
        ("head", "url", "source"),
        [
            ('<link rel="canonical" href="/tin/ho-sen-1.html">', "http://bodong.vn/in/1?a=b", "http://bodong.vn/tin/ho-sen-1.html"),
            ('<meta property="og:url" content="https://bodong.vn/tin/1">', None, "https://bodong.vn/tin/1"),
            ('<link rel="canonical" href="https://bodong.vn/">', "https://bodong.vn/tin/1#dau", "https://bodong.vn/tin/1"),
            ('<link rel="canonical" href="javascript:void(0)">', None, None),
            ('<link rel="canonical" href="http://[/">', None, None),
        ],
    )  # fmt: skip
    def test_source_is_the_canonical_address_of_the_page(self, head: str, url: str | None, source: str | None) -> None:
        assert article(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}", head), url).source == source

    def test_identifier_is_the_file_s_name_or_made_of_the_address(self, tmp_path: Path) -> None:
        markup = page(f"<h1>{TITLE}</h1>{PARAGRAPHS}")
        (tmp_path / "ho-sen.html").write_text(markup, encoding="utf-8")
        assert [one.id for one in read(tmp_path / "ho-sen.html")] == ["ho-sen"]
        assert article(markup, "https://bodong.vn/tin/quan-ho-sen-trong-cay-41.html").id == "quan-ho-sen-trong-cay-41"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://bodong.vn/tin-tuc/Quận-Hồ-Sen-trồng-cây.html?utm=1", "quan-ho-sen-trong-cay-utm-1"),
        ("https://bodong.vn/tin-tuc/qu%E1%BA%ADn-h%E1%BB%93-sen-41/", "quan-ho-sen-41"),
        ("https://bodong.vn/tin/12345.htm", "bodong-vn-tin-12345"),
        ("https://bodong.vn/Pages/detail.aspx?id=7&lang=vi", "bodong-vn-pages-detail-id-7-lang-vi"),
        ("https://bodong.vn/..%2F..%2Fetc%2Fpasswd", "bodong-vn-etc-passwd"),
        ("https://bodong.vn/", "bodong-vn"),
        ("https://bodong.vn/" + "rất-dài-" * 60, "rat-dai-" * 14 + "rat-dai"),
    ],
)
def test_names_made_of_addresses_are_plain(url: str, name: str) -> None:
    assert name_of(url) == name


class TestEncoding:
    MARKUP = page(f"<h1>{TITLE}</h1>{PARAGRAPHS}").replace('<meta charset="utf-8">', "")

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_unicode_needs_no_declaration(self, encoding: str) -> None:
        assert decode_page(self.MARKUP.encode(encoding), "trang") == self.MARKUP

    @pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1258", "x-user-defined", "no-such-thing"])
    def test_a_wrong_declaration_is_not_believed(self, declared: str) -> None:
        markup = self.MARKUP.replace("<title>", f'<meta charset="{declared}"><title>')
        assert decode_page(markup.encode(), "trang", declared) == markup

    def test_the_server_s_and_the_page_s_own_declaration_are_used(self) -> None:
        latin = "<html><head><meta http-equiv=content-type content='text/html; charset=iso-8859-1'></head><p>été</p>"
        assert decode_page(latin.encode("latin-1"), "trang") == latin
        assert decode_page("<p>été</p>".encode("latin-1"), "trang", "latin-1") == "<p>été</p>"

    def test_what_declares_nothing_and_is_nothing_known_is_an_error(self) -> None:
        with pytest.raises(SourceError, match="UTF-8 was tried"):
            decode_page("<p>été</p>".encode("latin-1"), "trang")

    @pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
    @pytest.mark.parametrize("declaration", ["", '<meta charset="iso-8859-1">', '<meta charset="x-user-defined">'])
    def test_pages_of_old_fonts_are_read(self, encoding: str, declaration: str) -> None:
        markup = f"<html><head>{declaration}<title>A</title></head><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>"
        old = mangled(markup, encoding)
        for data in (old.encode("latin-1"), old.replace("iso-8859-1", "utf-8").encode()):
            read_one = read_page(data, name="trang", where="trang")
            assert read_one.text == f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{END}\n"


@given(st.text(max_size=300), st.text(max_size=60))
def test_whatever_stands_in_a_page_it_is_read_or_refused(content: str, said: str) -> None:
    head = f"<meta name='pubdate' content='{said}'><link rel=canonical href='{said}'>" + linked(
        headline=said, author=[said]
    )
    try:
        read_one = read_page(
            f"<html>{head}<h1>{content}</h1>{content}{PARAGRAPHS}".encode(errors="replace"), name="a", where="a"
        )
    except SourceError:
        return
    assert read_one.text.startswith(read_one.title)
    assert all(block.span.of(read_one.text).strip() == block.span.of(read_one.text) for block in read_one.blocks)
