"""Warning, digest, having seen: the only code that writes them."""

from motcua.watch.actions.morning import digest
from motcua.watch.actions.warning import Swept, see, warn

__all__ = ["Swept", "digest", "see", "warn"]
