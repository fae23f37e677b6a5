"""What is asked about a file of figures, and the answers as they are kept."""

import json
from datetime import date

from bot.domain.exports import Answers, Asks, Export, Form, Means, RowsAre, Skipped, Why


def test_answers_are_kept_as_plain_values_and_come_back_the_same():
    answers = (
        Answers()
        .answered(Asks.DATE_ORDER, "month_first")
        .answered(Asks.TIME_ZONE, "America/Denver")
        .answered(Asks.NETWORK, "instagram")
        .answered(Asks.PERIOD, "2026-11-01/2026-11-30")
        .answered(Asks.YEAR, "2026")
        .answered(Asks.CURRENCY, "USD")
        .mapped(RowsAre.LEADS, {"Came": Means.DAY, "Name": Means.LEAVE_OUT})
    )

    assert Answers.from_json(json.loads(json.dumps(answers.to_json()))) == answers
    assert Answers.from_json({}) == Answers()
    assert answers.day_first is False


def test_a_period_of_one_day_begins_and_ends_there():
    one = Answers().answered(Asks.PERIOD, "2026-11-05")

    assert (one.from_on, one.until_on) == (date(2026, 11, 5), date(2026, 11, 5))


def test_rows_left_out_are_counted_by_reason_and_single_cells_are_not():
    skipped = (
        Skipped(2, Why.TEST),
        Skipped(3, Why.TOTAL),
        Skipped(4, Why.TOTAL),
        Skipped(5, Why.NOT_A_NUMBER, "Reach"),
    )

    assert Export(Form.META_ADS, "meta", 3, 3, skipped=skipped).left_out == ((Why.TOTAL, 2), (Why.TEST, 1))
