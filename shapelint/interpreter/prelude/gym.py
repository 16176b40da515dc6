"""gym, which gymnasium goes on from: `reset` and `step` give other things in its versions. Never imported."""

from gymnasium import _Environment, _known


class _Older(_Environment):
    def reset(self, *settings, **more):
        return __some__("what is observed first")

    def step(self, action):
        return __some__("what is observed then")

    def seed(self, seed=None):
        return __some__("seeds")


def make(id, **settings):
    known = _known(id, settings)
    return __some__("an environment") if known is None else _Older(*known)
