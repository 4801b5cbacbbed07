"""Reports in English: numbers in words, totals said after them, nouns behind adjectives, growth said afterwards."""

import pytest

from motcua.statements.checking import check
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.numerals import spot
from motcua.statements.telling.report import report
from motcua.statements.tests.failing import fails

TOLD = (  # the same with what is right, and with what is wrong
    (
        "Ninety-two goats were treated: forty-one in spring, {} in summer and eighteen in autumn.",
        "thirty-three",
        "thirteen",
    ),
    (
        "The lake club has {} boats: forty-six sailing boats, thirty rowing boats and the remaining nine others.",
        "85",
        "58",
    ),
    ("We handed out 2,316 helmets and 1,407 lamps, {} items in all.", "3,723", "3,732"),
    ("The van made 48 trips in May, {} in June and 57 in July, a total of 156 for the summer.", "51", "15"),
    ("Ferry tickets: 1,218 were sold in March and 1,345 in April, bringing the number to {}.", "2,563", "2,653"),
    ("The market has 164 stalls. 71 were full, {} stood empty and 48 closed early.", "45", "54"),
    ("Borrowed films: 384 (2023: 320; +{}%).", "20.0", "25.0"),
    ("Divers counted 1,188 turtles, compared with 1,080 the year before, i.e. {}% more.", "10.0", "11.0"),
    ("Staff\n\n- Cooks: 18\n- Drivers: {}\n- Guards: 9\n- Total: 53", "26", "62"),
    ("The inn took 1,204 guests, made up of 530 from Ward 4, {} from Ward 7 and 258 from Long Hai.", "416", "461"),
    (
        "\tQ1\tQ2\tQ3\tQ4\tYear\nBoats\t210\t{}\t262\t201\t858\nRafts\t44\t51\t63\t40\t198\nOars\t71\t82\t90\t66\t309",
        "185",
        "158",
    ),
    ("Sailors: 640, {} women and 334 men.", "306", "360"),
    ("Deer were seen on five trails — {} by the lake, 31 in the wood and 18 on the moor, 72 deer in all.", "23", "32"),
    ("We fed 36 cats in May, {} in June and 44 in July, i.e. 121 for the summer.", "41", "14"),
    (
        "Of 1,180 parcels 924 were weighed. Torn: 231 ({}% of those weighed), wet 342 (37.0%), late 97 (10.5%).",
        "25.0",
        "52.0",
    ),
    ("Fog: 42 days (down from 56, a fall of {} %); 6 storms (down 3 from 9).", "25.0", "52.0"),
    ("The archive keeps 2,480 maps. {} of them, i.e. 85.0%, are printed.", "2,108", "2,180"),
    ("Boats in the bay: 318 have lights; {} passed the test and 27 did not.", "291", "219"),
    ("Sales were 1,140 in spring and 1,615 in autumn, {} tickets for the year as a whole.", "2,755", "2,575"),
    ("Rafts built 2022: 1,250; 2023: 1,320; 2024: 1,675; three-year total: {}.", "4,245", "4,425"),
    ("We saw 3 lakes with 45, 62 and {} swans, 145 altogether.", "38", "83"),
    (
        "Kind\tPlan\tSpent\tRate\nBoats\t18.0\t14.4\t80.0%\nSails\t12.5\t{}\t88.0%\nTotal\t30.5\t25.4\t83.3%",
        "11.0",
        "10.1",
    ),
    ("Balance brought forward: 118\nGifts received: 265\nExpenditure: {}\nBalance carried forward: 82", "301", "310"),
    ("The tower drew 512 guests, up from {} the year before, i.e. 64 more or 14.3%.", "448", "484"),
    ("The yard built 3,170 oars and took over {} from the old yard, 3,258 in all.", "88", "58"),
    ("We painted 87 boats in spring and a further {} in autumn, which brings the number to 132.", "45", "54"),
    ("Quay A (410 m), quay B ({} m), the mole (1,060 m) – 1,755 m together.", "285", "258"),
    ("Of the 467 guests, {} sailed, 109 swam and for 46 we have no answer.", "312", "812"),
    ("We mended 2,318: {} of them in the yard, 409 on the quay, 27 at sea. Then 88 sank.", "1,882", "1,852"),
    ("Divers brought up 95 of the 103 anchors, a success rate of {}%; eight are lost.", "92.2", "99.2"),
)
SOUND = (
    "Nine out of ten guests came by train; the five hotels took in 412 of the 640 guests, about two in three.",
    "All four hamlets sent boats, twelve in March and fourteen in April. Two of the twelve sank.",
    "Two more cranes arrived, so the harbour has 14. In one of the three docks six men work.",
    "Present: 11 of 12 members; one was ill. The chair read the list: 25 open points in all, 8 of them old.",
    "Twelve (12) judges marked 96 cakes, eight cakes each.",
    "Of 120 boats 60 were checked; 45 had lamps and 20 were not. Ten women and four men came to a hall with 300 seats.",
    "The shop is open from 8 to 17. From 12 to 30 guests came each day — 14 on Monday, 25 on Friday, for example.",
    "Births 61, deaths 22. At the start of the year there were 40 swans; at the end of the year 79.",
    "The port has 18 pilots and 6 cooks. Eleven women and five men sailed in May; three women and two men in June.",
    "We sold 320 oak chairs, 150 ash chairs and 90 pine chairs; 45 guests came, 12 by boat. In total, 560 chairs.",
    "The club bought 1,150 books: 640 novels, 310 plays and, among others, 95 atlases.",
    "Talks: 45 people came to the first, 38 to the second, 60 to the third, some more than once. Altogether 97 came.",
    "Of the 467 guests, 312 sailed, 109 swam, 40 rowed; each day over 112 came.",
    "Rain fell on twenty-one days. The pond rose by 34 cm, 12 more than the year before, when it was 22.",
)


@pytest.mark.parametrize(("text", "right", "other"), TOLD)
def test_what_agrees_is_silent_and_what_does_not_is_said(text, right, other):
    assert not report(check(text.format(right))).wrong
    assert report(check(text.format(other))).wrong


@pytest.mark.parametrize("text", SOUND)
def test_sound_reports_are_silent(text):
    assert not report(check(text)).wrong


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Two hundred and six came, a hundred and nine left, one thousand, two hundred and one stayed",
            [206, 109, 1201],
        ),
        ("Eleven boats: six red, three blue and two green", [11, 6, 3, 2]),
        ("twenty-four hours, a ten-year plan, twelve per cent", [12]),
        ("the three docks, all nine hamlets, two in five, each in one and only one of three classes", []),
        ("twelve (12) chairs", [12]),
    ],
)
def test_numbers_in_english_words(text, values):
    assert [one.value for one in spot(text, in_english=True)] == values


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("71 sell food", ""),
        ("19 joint-stock companies", "companies"),
        ("24 along the dyke", ""),
        ("8 were old boats", ""),
    ],
)
def test_what_an_english_number_counts(text, noun):
    assert noun_after(text, 2 if text[1].isdigit() else 1, in_english=True) == noun


def test_the_year_of_a_quarter_is_no_count():
    told = "The office closed 2,415 files in Q1 2026 against 2,100 in Q1 2025, up by 315 or 15.00%."
    assert [one.value for one in spot(told, in_english=True)] == [2415, 2100, 315, 15]
    assert not fails(told)
    assert fails(told.replace("15.00", "16.00"))
