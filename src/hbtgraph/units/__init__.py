"""Administrative units of the whole country since 2017: who they were on a day, where they lay, what became of them."""

from hbtgraph.units.history import Link, Version, versions
from hbtgraph.units.resolver import Units, load
from hbtgraph.units.tables import Level, Share, Unit

__all__ = ["Level", "Link", "Share", "Unit", "Units", "Version", "load", "versions"]
