"""gymnasium: what the best-known environments show and take. Never imported.

https://gymnasium.farama.org/environments/
"""

import random

from gymnasium.spaces import Box, Discrete

_KNOWN = {
    "CartPole": ((4,), 2),
    "MountainCar": ((2,), 3),
    "MountainCarContinuous": ((2,), (1,)),
    "Acrobot": ((6,), 3),
    "Pendulum": ((3,), (1,)),
    "LunarLander": ((8,), 4),
    "LunarLanderContinuous": ((8,), (2,)),
    "BipedalWalker": ((24,), (4,)),
    "BipedalWalkerHardcore": ((24,), (4,)),
    "CarRacing": ((96, 96, 3), (3,)),
    "FrozenLake": (16, 4),
    "FrozenLake8x8": (64, 4),
    "Taxi": (500, 6),
    "CliffWalking": (48, 4),
    "HalfCheetah": ((17,), (6,)),
    "Hopper": ((11,), (3,)),
    "Walker2d": ((17,), (6,)),
    "InvertedPendulum": ((4,), (1,)),
}
"""What is observed and what is done: a number of cases, or the shape of an array."""
_HARMLESS = {"render_mode", "max_episode_steps", "disable_env_checker", "autoreset", "apply_api_compatibility"}


def _space(told):
    return Discrete(told) if isinstance(told, int) else Box(-1.0, 1.0, told)


class _Environment:
    def __init__(self, observed, done):
        self.observation_space = _space(observed)
        self.action_space = _space(done)

    def __getattr__(self, name):
        return __some__(name)

    @property
    def unwrapped(self):
        return self

    def reset(self, *, seed=None, options=None):
        return self.observation_space.sample(), __some__("info")

    def step(self, action):
        return (
            self.observation_space.sample(), random.random(), __flag__("terminated"), __flag__("truncated"), __some__("info"),
        )

    def render(self, *modes, **settings):
        return __some__("picture")

    def close(self):
        return None


def _known(name, settings):
    """What an environment of that name shows and takes, None where it is not told."""
    if isinstance(name, str) and all(setting in _HARMLESS for setting in settings):
        return _KNOWN.get(name.rpartition("-")[0])
    return None


def make(id, max_episode_steps=None, disable_env_checker=None, **settings):
    known = _known(id, settings)
    return __some__("an environment") if known is None else _Environment(*known)
