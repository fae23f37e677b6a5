"""The one thing that can be wrong with a picture: it cannot be used, and why. It knows no sentence for it."""

from bot.domain.problems import Problem


class Unusable(Exception):  # noqa: N818 - a fact about the picture, not a mistake of the program
    """A picture that cannot be used."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem
