from entered.table import MODELS

from . import narrow, wide
