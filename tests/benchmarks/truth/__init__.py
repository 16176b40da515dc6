"""Real models: what shapelint says of them, held against what happens when they run."""
