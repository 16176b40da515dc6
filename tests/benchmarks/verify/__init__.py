"""How many findings a run confirms, and what that costs."""
