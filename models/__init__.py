"""The mapped classes: the whole schema, complete once this package is imported.

One folder per family of `docs/decisions/0002-schema.md`, one file per entity with its own lines.
"""

from models.agenda.appointment import Appointment, AppointmentEvent
from models.agenda.cadence_decision import CadenceDecision
from models.agenda.calendar_day import CalendarDay
from models.agenda.order_follow_up import OrderFollowUp
from models.agenda.reminder import Reminder, ReminderEvent, ReminderRaise
from models.agenda.work_correction import WorkCorrection
from models.agenda.work_session import Break, WorkSession
from models.base import Base
from models.customers.address import Address
from models.customers.contact_permission import ContactPermission
from models.customers.contact_person import ContactPerson
from models.customers.customer import Customer
from models.customers.customer_block import CustomerBlock
from models.customers.grouping import CorporateGroup, Region, Segment
from models.customers.phone import Phone
from models.imports.import_mapping import ImportMapping
from models.imports.import_run import Import, ImportBatch, ImportRow
from models.notices.notification import Notification
from models.notices.post_it import PostIt, PostItCustomer, PostItReceipt, PostItRecipient
from models.notices.report_schedule import ReportSchedule
from models.orders.opportunity import Opportunity
from models.orders.order import Order, OrderItem
from models.orders.product import PriceEntry, Product
from models.orders.promotion import Promotion, PromotionItem
from models.orders.quote import Quote, QuoteItem
from models.orders.receivable import Receivable
from models.orders.segment_product import SegmentProduct
from models.orders.service_case import ServiceCase
from models.organisation.company import Company
from models.organisation.device import Device, DeviceKey
from models.organisation.setting import Setting
from models.organisation.team import Team
from models.organisation.user import User
from models.queue.claim import Claim
from models.queue.customer_change import CustomerChange
from models.queue.customer_departure import CustomerDeparture
from models.queue.customer_metric import CustomerMetric
from models.queue.customer_statistic import CustomerStatistic
from models.queue.cycle_fit import CycleFit
from models.queue.frozen_period import FrozenPeriod
from models.queue.queue_hold import QueueEvent, QueueHold
from models.relationship.attachment import Attachment, AttachmentContent
from models.relationship.campaign import Campaign, CampaignMember, CampaignOperator
from models.relationship.collision import ContactCollision
from models.relationship.contact import Contact, ContactReview, ContactReviewReceipt
from models.relationship.objection import (
    ArgumentUse,
    CounterArgument,
    Objection,
    ObjectionEvent,
    ObjectionKind,
)
from models.relationship.outcome import Outcome, Reason
from models.relationship.pitch_note import PitchNote
from models.relationship.sent_message import SentMessage
from models.rules.message_template import MessageTemplate
from models.rules.policy import (
    CadencePolicy,
    CallingWindowPolicy,
    CatalogueVersion,
    CyclePolicy,
    OfferPolicy,
)
from models.rules.saved_filter import SavedFilter
from models.sync.audit import AuditEvent, AuditSeal
from models.sync.command import Command, CommandOutcome
from models.sync.duty import Duty
from models.sync.outbox import OutboxEntry
from models.sync.replica import (
    FeedMark,
    PortfolioEntry,
    QuarantinedFact,
    Replica,
    SyncConflict,
    SyncLogLine,
    Tombstone,
)

__all__ = [
    "Address",
    "Appointment",
    "AppointmentEvent",
    "ArgumentUse",
    "Attachment",
    "AttachmentContent",
    "AuditEvent",
    "AuditSeal",
    "Base",
    "Break",
    "CadenceDecision",
    "CadencePolicy",
    "CalendarDay",
    "CallingWindowPolicy",
    "Campaign",
    "CampaignMember",
    "CampaignOperator",
    "CatalogueVersion",
    "Claim",
    "Command",
    "CommandOutcome",
    "Company",
    "Contact",
    "ContactCollision",
    "ContactPermission",
    "ContactPerson",
    "ContactReview",
    "ContactReviewReceipt",
    "CorporateGroup",
    "CounterArgument",
    "Customer",
    "CustomerBlock",
    "CustomerChange",
    "CustomerDeparture",
    "CustomerMetric",
    "CustomerStatistic",
    "CycleFit",
    "CyclePolicy",
    "Device",
    "DeviceKey",
    "Duty",
    "FeedMark",
    "FrozenPeriod",
    "Import",
    "ImportBatch",
    "ImportMapping",
    "ImportRow",
    "MessageTemplate",
    "Notification",
    "Objection",
    "ObjectionEvent",
    "ObjectionKind",
    "OfferPolicy",
    "Opportunity",
    "Order",
    "OrderFollowUp",
    "OrderItem",
    "OutboxEntry",
    "Outcome",
    "Phone",
    "PitchNote",
    "PortfolioEntry",
    "PostIt",
    "PostItCustomer",
    "PostItReceipt",
    "PostItRecipient",
    "PriceEntry",
    "Product",
    "Promotion",
    "PromotionItem",
    "QuarantinedFact",
    "QueueEvent",
    "QueueHold",
    "Quote",
    "QuoteItem",
    "Reason",
    "Receivable",
    "Region",
    "Reminder",
    "ReminderEvent",
    "ReminderRaise",
    "Replica",
    "ReportSchedule",
    "SavedFilter",
    "Segment",
    "SegmentProduct",
    "SentMessage",
    "ServiceCase",
    "Setting",
    "SyncConflict",
    "SyncLogLine",
    "Team",
    "Tombstone",
    "User",
    "WorkCorrection",
    "WorkSession",
]
