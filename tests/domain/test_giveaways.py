"""What a public answer gives away: fragments that are found, and answers that give nothing away."""

import pytest

from bot.domain.giveaways import Gives, giveaways, tone
from storage.tables import Tone


@pytest.mark.parametrize(
    ("words", "gives", "fragments"),
    [
        ("Thank you for being our patient!", Gives.PATIENT, ["patient"]),
        ("We want every patient to feel heard", Gives.PATIENT, ["patient"]),
        ("We remember your last visit", Gives.VISIT, ["your last visit"]),
        ("so nice to see you", Gives.VISIT, ["see you"]),
        ("Thank you for choosing us", Gives.VISIT, ["choosing us"]),
        ("we called twice and We Called again", Gives.VISIT, ["we called"]),
        ("Glad the root canal went well", Gives.CARE, ["root canal"]),
        ("your new smile looks great", Gives.CARE, ["your new smile"]),
        (
            "It was on Tuesday, last week, March 3, 11/20 or two weeks ago",
            Gives.WHEN,
            ["on Tuesday", "last week", "March 3"],
        ),
        ("our records and your insurance", Gives.RECORD, ["our records", "your insurance"]),
        ("Dr. Reyes treated you", Gives.STAFF, ["treated you"]),
        ("Ben took such good care of you", Gives.STAFF, ["took such good care of you"]),
        ("We\u2019re sorry about your experience", Gives.SORRY, ["sorry about your experience"]),
        ("We apologize for what happened", Gives.SORRY, ["apologize for what happened"]),
        ("Hi Maria Lopez, and thanks Jane!", Gives.NAME, ["Maria Lopez", "Jane"]),
        ("DM us your phone number", Gives.ASKS, ["DM us your phone number"]),
        ("What's your e-mail?", Gives.ASKS, ["What's your e-mail"]),
    ],
)
def test_what_could_give_somebody_away_is_found(words, gives, fragments):
    assert [list(each.found) for each in giveaways(words) if each.gives == gives] == [fragments]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Thank you for your kind words! They mean a lot to our whole team.",
        "We are sorry to hear this. Privacy rules keep us from saying more here, so please call our office line.",
        "Thanks so much! Thank you all for being so patient with us.",
        "You can visit our website, or call to make an appointment.",
        "Thank you for asking. Yes, we are open on Saturdays. Hello there!",
        "Please choose a time that suits you. Happy Thanksgiving!",
        "\U0001f600 <!channel> *wow* \u05e9\u05dc\u05d5\u05dd",
    ],
)
def test_an_answer_that_gives_nothing_away_is_left_alone(words):
    assert giveaways(words) == ()


def test_however_long_an_answer_is_a_few_fragments_are_told():
    (found,) = giveaways("sorry " * 600 + "on Monday, on Tuesday, on Friday, on Sunday")
    assert (found.gives, found.found) == (Gives.WHEN, ("on Monday", "on Tuesday", "on Friday"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("So glad to hear it, but sorry for the wait", Tone.COMPLAINT),
        ("How lovely, thank you", Tone.PRAISE),
        ("It depends, please call us", Tone.QUESTION),
    ],
)
def test_what_an_answer_answers_is_guessed_by_its_sound(words, expected):
    assert tone(words) == expected
