"""What pages and papers say for the codes of this room."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from motcua.outages.models import Outage
from motcua.outages.rules import Stated, System
from motcua.promises.rules import Kind

__all__ = ["KINDS", "SYSTEMS", "called"]

SYSTEMS: dict[System, str | Lazy] = {
    System.SOFTWARE: _("Phần mềm một cửa"),
    System.LOGIN: _("Đăng nhập, VNeID"),
    System.NETWORK: _("Mạng, đường truyền"),
    System.POWER: _("Điện"),
    System.PORTAL: _("Cổng dịch vụ công quốc gia"),
    System.POPULATION: _("CSDL quốc gia về dân cư"),
    System.SIGNATURE: _("Chữ ký số"),
    System.DEVICES: _("Máy in, máy quét"),
    System.OTHER: _("Hệ thống khác"),
}

KINDS: dict[Kind, str | Lazy] = {
    Kind.DOSSIER: _("hồ sơ"),
    Kind.STEP: _("bước của hồ sơ"),
    Kind.CONSULTATION: _("câu hỏi phối hợp"),
    Kind.CATALOGUE: _("yêu cầu bổ sung thủ tục"),
    Kind.FEEDBACK: _("phản ánh, kiến nghị"),
    Kind.PETITION: _("đơn thư"),
}


def called(outage: Outage | Stated) -> str:
    """What was down, as people say it: the code's words, or those that were typed for another system."""
    return outage.other if outage.system == System.OTHER and outage.other else str(SYSTEMS[System(outage.system)])
