"""What stands in the names of bodies, between their words and behind them, as patterns."""

from __future__ import annotations

import re

from hbtgraph.extract.words import UPPER

WORD = re.compile(r"[^\W_]+(?:[&./,'’-](?=[^\W_])[^\W_]+)*")
GAP = re.compile(
    rf" \([{UPPER}&-]{{2,10}}\) (?=[{UPPER}])| +(?:[-–&] +)?|[-–](?=\w)"
    r"|(?<=hòng), (?=chống )|(?<=ông), (?=lâm)|(?<=lâm), (?=thủy |ngư )"
)
"""Between two words of a name: the comma only within what is one word to the reader."""

PLACE_WORD = re.compile(
    r"(?:quận|huyện|thị xã|thành phố|TP|Tp|tỉnh|phường|xã|thị trấn|Quận|Huyện|Tỉnh|Thành phố|Phường|Xã)(?!\w)(?!\.\w)"
    r"(?! *(?:hội|ủy|viên)(?!\w))"
)
ALL_OF_A_LEVEL = re.compile(
    r" (?:cấp(?! cao)|các (?:cấp|địa phương|tỉnh|thành|thành phố|quận|huyện|thị xã|phường|xã|thị trấn))(?!\w)"
)
"""Behind a body without its unit's name: the bodies of many units are meant, "UBND các tỉnh"."""

UNITS_ALIKE = re.compile(
    r"(?:(?:tỉnh|thành phố|TP)(?:,| và| hoặc) (?:tỉnh|thành phố|TP)"
    r"|(?:quận|huyện|thị xã)(?:,| và| hoặc) (?:quận|huyện|thị xã)"
    rf"|(?:phường|xã|thị trấn)(?:,| và| hoặc) (?:phường|xã|thị trấn))(?!\w| [{UPPER}\d])"
)
"""Units of one rank without names, by which all of them are meant: "UBND quận, huyện"."""

NEXT_FIELD = re.compile(rf" [-–] (?=[{UPPER}])|[-–](?=[{UPPER}])| và | & | (?=[{UPPER}])")
NUMBER = re.compile(r" số \d{1,3}(?![\w.,/]*\d)")
ORDINAL = re.compile(r" \d{1,3}(?![\w.,/-]*\d)(?!\w)")
SMALL_TAIL = re.compile(r"(?: [^\W\d_A-ZĐ]+){1,3}(?=[,;()])")
WHOLE_COUNTRY = re.compile(r"Việt Nam(?!\w)|VN(?!\w)|Trung ương(?!\w)|T\.?Ư(?!\w)|TW(?!\w)|Tối cao(?!\w)|tối cao(?!\w)")

TERM_BETWEEN = re.compile(r" khóa (?:[IVXLC]{1,6}|\d{1,2})(?: của)?(?= )")
"""Between a body and its place: "Đoàn đại biểu Quốc hội | khóa XIV | thành phố X"."""

REGION = re.compile(r" [Kk]hu vực (?:[IVX]{1,4}|\d{1,2})(?!\w)(?: [-–](?= ))?")
"""Between a court or prosecutor's office and its place: "TAND | khu vực 1 - | Hà Nội" (the courts law of 2025)."""

STATE = re.compile(r"(?:Cộng hòa|Vương quốc|Liên bang|CHLB|CHDCND|CH) (?=[^\W\da-z])")
"""Before the name of a country, what sort of state it is."""

LONGEST_FORM = 16
LEGAL_FORM = re.compile(
    r"(?<!\w)(?:TNHH|MTV|CP|Cổ phần|cổ phần|XNK|xuất nhập khẩu|Xuất nhập khẩu|tư nhân|Tư nhân|TM|DV|TMDV)$"
)
"""Behind which the name of a company begins."""
