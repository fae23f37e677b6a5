"""What can be asked about the plan as a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """Send the plan as a file, "xlsx" or "csv", to whoever asks."""

    form: str = "xlsx"


@dataclass(frozen=True, slots=True)
class NoticeSheet:
    """Notice that a member shared a sheet with the bot."""

    file_id: str


@dataclass(frozen=True, slots=True)
class ApplySheet:
    """Put into the plan what a shared sheet changes; `mark` says which changes were seen."""

    sheet_id: int
    mark: str


@dataclass(frozen=True, slots=True)
class CancelSheet:
    """Set a shared sheet aside."""

    sheet_id: int
