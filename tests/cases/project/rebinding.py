"""What an import has bound stays what it was; the module's own name is what a function has made of it."""

import torch
from rebound import widths
from rebound.widths import WIDTH, use

use(5)
torch.zeros(WIDTH) + torch.zeros(3)
torch.zeros(widths.WIDTH) + torch.zeros(5)
torch.zeros(widths.WIDTH) + torch.zeros(3)  # error: [broadcast-sizes]
