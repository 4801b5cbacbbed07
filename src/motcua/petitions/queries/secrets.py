"""The only reads of who sent a petition and what it says; of a secret one only against a look that was written down."""

from dataclasses import dataclass, field
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.files import queries as files
from motcua.files.models import StoredFile
from motcua.petitions.models import Attachment, Decision, Identity, Look, Petition, Remark, Visit, Visitor
from motcua.petitions.queries.holding import missing, sight_of
from motcua.petitions.rules import Sight

__all__ = ["Inside", "inside", "opened_file", "revealed", "visitor_inside", "visitor_revealed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """Everything about a petition that its list does not say."""

    identity: Identity = field(repr=False)
    accused: list[str] = field(repr=False)
    remarks: list[Remark] = field(repr=False)
    decision: Decision | None = field(repr=False)
    files: list[Attachment] = field(repr=False)


def _inside(petition: Petition) -> Inside:
    return Inside(
        identity=Identity.objects.get(petition_id=petition.pk),
        accused=list(petition.accused.order_by("id").values_list("name", flat=True)),
        remarks=list(petition.remarks.all()),
        decision=Decision.objects.filter(petition_id=petition.pk).first(),
        files=list(petition.files.all()),
    )


def inside(*, by: Actor, petition: Petition) -> Inside | None:
    """The inside of a petition that is not secret; None where a look must be written down first, or nothing is seen."""
    if petition.secret or sight_of(by, petition) not in {Sight.FULL, Sight.READ}:
        return None
    return _inside(petition)


def revealed(*, by: Actor, look: Look, petition: Petition) -> Inside:
    """The inside of a secret petition, to the person whose look was just written down."""
    _kept(by, look, petition.pk)
    return _inside(petition)


def opened_file(*, by: Actor, look: Look | None, petition: Petition, attachment_id: UUID) -> StoredFile:
    """One file of a petition: of a secret one only against a look. Raises Refused `missing`."""
    if petition.secret:
        if look is None:
            raise missing()
        _kept(by, look, petition.pk)
    elif sight_of(by, petition) not in {Sight.FULL, Sight.READ}:
        raise missing()
    found = petition.files.filter(pk=attachment_id).first()
    if found is None:
        raise missing()
    return files.sealed(by=by, file_id=found.file_id)


def _kept(by: Actor, look: Look, petition_id: UUID) -> None:
    if look.person_id != by.id or look.petition_id != petition_id or look._state.adding:  # noqa: SLF001 - was it written?
        raise RuntimeError("a secret is shown only against a look that was written down")


def visitor_inside(*, visit: Visit) -> Visitor | None:
    """Who came and what they said, of a visit that is not secret."""
    return None if visit.secret else visit.visitor


def visitor_revealed(*, by: Actor, look: Look, visit: Visit) -> Visitor:
    """The same of a secret visit, to the person whose look was just written down."""
    if look.person_id != by.id or look.visit_id != visit.pk or look._state.adding:  # noqa: SLF001 - as above
        raise Refused("missing", "Không có lượt tiếp này.", "There is no such visit.")
    return Visitor.objects.get(visit_id=visit.pk)
