"""Tables of petitions and receptions. Who and what stand in tables of their own, so that a list cannot show them."""

from motcua.petitions.models.cases import Accused, Attachment, Decision, Identity, Look, Petition, Remark, StageOwed
from motcua.petitions.models.reception import ReceptionPlan, Sitting, Visit, Visitor

__all__ = [
    "Accused",
    "Attachment",
    "Decision",
    "Identity",
    "Look",
    "Petition",
    "ReceptionPlan",
    "Remark",
    "Sitting",
    "StageOwed",
    "Visit",
    "Visitor",
]
