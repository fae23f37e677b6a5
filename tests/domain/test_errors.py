from bot.domain.errors import Misread, NotFound, PlanError


def test_an_error_says_what_happened_and_what_works() -> None:
    error = Misread("I can't read that.", hint="For example: thu 4pm", usages=["/plan add"], nearest="thu 4pm")
    assert str(error) == error.sentence == "I can't read that."
    assert (error.hint, error.usages, error.nearest) == ("For example: thu 4pm", ("/plan add",), "thu 4pm")
    assert isinstance(error, PlanError)


def test_an_error_can_be_shown_beside_the_field_it_belongs_to() -> None:
    assert NotFound("Nobody of that name.").beside("who").field == "who"
