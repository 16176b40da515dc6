from registered.deep import *
from registered.lowered import *
from registered.plain import *
from registered.table import make
