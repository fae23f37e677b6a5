"""What an operator decides outside the program: the environment, or a `.env` file, read once and checked.

Every setting is in the table of docs/settings.md; a wrong one is named together with its remedy.
"""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_WEB_SCHEMES = {"http", "https"}
_LAST_PORT = 65535
_DATABASE_SCHEMES = {"sqlite", "postgres", "postgresql", "postgresql+psycopg"}

UNREACHABLE = "DATABASE_URL: the database can't be reached. Is the address right, and is it running?"
NO_FILE = (
    "DATABASE_URL: the file can't be used as a database. Is it another kind of file, one that can't be written to, or "
    "locked by another program?"
)
NO_PLACE = "PHOTO_STORE_URL: {why}. Use a folder that can be written to, or s3://BUCKET/PREFIX."
NO_PORT = "PORT: {port} can't be used ({why}). Choose another one, or stop what uses it."
SERVED_ALREADY = (
    "DATABASE_URL: another `rounds run` serves this file already. Stop that one first, or use PostgreSQL for several."
)


class SettingsError(Exception):
    """The settings can't work; each problem names the setting and its remedy."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class Settings(BaseSettings):
    """The settings, as read from the environment and `.env`."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    slack_bot_token: Annotated[tuple[str, ...], NoDecode] = Field(default=(), repr=False)
    slack_app_token: str = Field(default="", repr=False)
    slack_signing_secret: str = Field(default="", repr=False)
    slack_api_url: str = "https://slack.com/api/"
    database_url: str = Field(default="sqlite:///data/rounds.sqlite", repr=False)
    photo_store_url: str = Field(default="data/photos", repr=False)
    port: int = 3000
    public_url: str = ""

    @field_validator("slack_bot_token", mode="before")
    @classmethod
    def _split_tokens(cls, value: object) -> object:
        """Several workspaces are served by several tokens, separated by commas."""
        return tuple(token.strip() for token in value.split(",") if token.strip()) if isinstance(value, str) else value

    @field_validator("slack_bot_token")
    @classmethod
    def _are_bot_tokens(cls, tokens: tuple[str, ...]) -> tuple[str, ...]:
        if any(not token.startswith("xoxb-") for token in tokens):
            raise ValueError("a bot token starts with xoxb-; copy it from OAuth & Permissions in your app's settings")
        return tokens

    @field_validator("slack_app_token")
    @classmethod
    def _is_app_token(cls, token: str) -> str:
        if token and not token.startswith("xapp-"):
            raise ValueError(
                "an app-level token starts with xapp-; make one under Basic Information in your app's settings"
            )
        return token

    @field_validator("slack_api_url")
    @classmethod
    def _is_web_address(cls, url: str) -> str:
        if urlsplit(url).scheme not in _WEB_SCHEMES or not urlsplit(url).netloc:
            raise ValueError("this must be a web address such as https://slack.com/api/")
        return url.rstrip("/") + "/"

    @field_validator("public_url")
    @classmethod
    def _is_address_of_ours(cls, url: str) -> str:
        if url and (urlsplit(url).scheme not in _WEB_SCHEMES or not urlsplit(url).netloc):
            raise ValueError("this must be a web address such as https://rounds.example")
        return url.rstrip("/")

    @field_validator("port", mode="before")
    @classmethod
    def _is_port(cls, port: object) -> object:
        if not str(port).strip().isdecimal() or int(str(port)) > _LAST_PORT:
            raise ValueError("use a whole number such as 3000, or 0 for any free port")
        return port

    @field_validator("database_url")
    @classmethod
    def _is_database(cls, url: str) -> str:
        if urlsplit(url).scheme not in _DATABASE_SCHEMES:
            raise ValueError("use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
        return url

    @property
    def uses_socket_mode(self) -> bool:
        """Whether Slack is reached through Socket Mode, which needs no public address."""
        return bool(self.slack_app_token)

    @property
    def out_of_reach(self) -> str:
        """What to look at where the database can't be used."""
        return NO_FILE if self.database_url.startswith("sqlite") else UNREACHABLE

    def missing(self) -> list[str]:
        """Name what `rounds run` can't do without, each with its remedy."""
        problems = []
        if not self.slack_bot_token:
            problems.append(
                "SLACK_BOT_TOKEN is missing: install the app to your workspace and copy its bot token (xoxb-…)."
            )
        if not self.slack_app_token and not self.slack_signing_secret:
            problems.append(
                "SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both missing: set the app-level token (xapp-…) "
                "for Socket Mode, or the signing secret to receive Slack's requests over HTTP."
            )
        return problems


def read(env_file: Path | None = None) -> Settings:
    """Read the settings; every one that can't work is named at once."""
    try:
        return Settings(_env_file=env_file) if env_file else Settings()  # type: ignore[call-arg]
    except ValidationError as error:
        wrong = [(".".join(map(str, e["loc"])).upper(), e["msg"].removeprefix("Value error, ")) for e in error.errors()]
        raise SettingsError(*(f"{name}: {why}." for name, why in wrong)) from None


def make_folders(settings: Settings) -> None:
    """Make the folders that the default database and photo store live in."""
    if settings.database_url.startswith("sqlite:///"):
        folder = Path(settings.database_url.removeprefix("sqlite:///")).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(
                f"DATABASE_URL: the folder can't be made ({error.strerror}). Choose one that can be written to."
            ) from None
