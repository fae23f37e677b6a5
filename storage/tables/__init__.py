"""Every table, one class each: what Rounds remembers, and nothing that could name a patient.

Each row belongs to exactly one workspace; removing the workspace removes its rows. Free text is only what
the team typed about its own plan. File names, message texts and download addresses are never kept.
"""

from sqlmodel import SQLModel

from storage.tables.approvals import Approval
from storage.tables.budgets import Budget
from storage.tables.calendars import CalendarFeed
from storage.tables.captions import Caption
from storage.tables.columns import index_references
from storage.tables.comments import Comment
from storage.tables.course import CheckUp, Decision, Goal
from storage.tables.events import Event
from storage.tables.evidence import Figures, Lead, LeadAddress, Line, Photo
from storage.tables.files import FiguresFile, PlaceFigures, Spending
from storage.tables.ideas import Idea, IdeaVote
from storage.tables.ledger import Delivery
from storage.tables.people import Absence, Agreement, Habits, Lesson
from storage.tables.plan import Nudge, Offer, Post, Slot, Step
from storage.tables.questions import Hearing, Question
from storage.tables.sheets import PlanSheet
from storage.tables.strategy import Strategy
from storage.tables.thanks import Thanks
from storage.tables.versions import PostVersion
from storage.tables.words import (
    AdKind,
    ApprovalState,
    DeliveryState,
    Duty,
    Ending,
    GoalKind,
    Kind,
    Maker,
    OfferState,
    PhotoState,
    Reminder,
    Role,
    Shape,
    Stage,
    Substitute,
    Task,
    Tone,
)
from storage.tables.workspace import Member, RoleHolder, SlackEvent, Workspace

__all__ = [
    "Absence",
    "AdKind",
    "Agreement",
    "Approval",
    "ApprovalState",
    "Budget",
    "CalendarFeed",
    "Caption",
    "CheckUp",
    "Comment",
    "Decision",
    "Delivery",
    "DeliveryState",
    "Duty",
    "Ending",
    "Event",
    "Figures",
    "FiguresFile",
    "Goal",
    "GoalKind",
    "Habits",
    "Hearing",
    "Idea",
    "IdeaVote",
    "Kind",
    "Lead",
    "LeadAddress",
    "Lesson",
    "Line",
    "Maker",
    "Member",
    "Nudge",
    "Offer",
    "OfferState",
    "Photo",
    "PhotoState",
    "PlaceFigures",
    "PlanSheet",
    "Post",
    "PostVersion",
    "Question",
    "Reminder",
    "Role",
    "RoleHolder",
    "Shape",
    "SlackEvent",
    "Slot",
    "Spending",
    "Stage",
    "Step",
    "Strategy",
    "Substitute",
    "Task",
    "Thanks",
    "Tone",
    "Workspace",
]

index_references(SQLModel.metadata)
