"""Environments of gymnasium: what they show, what they take, policies for them."""

import gymnasium as gym
import numpy as np
import torch
from gymnasium import spaces
from torch import nn


class Policy(nn.Module):
    def __init__(self, observed, actions, hidden=64):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(observed, hidden), nn.Tanh(), nn.Linear(hidden, actions))

    def forward(self, x):
        return self.layers(x)


def an_episode():
    env = gym.make("CartPole-v1", render_mode="rgb_array")
    policy = Policy(env.observation_space.shape[0], env.action_space.n)
    state, _ = env.reset(seed=1)
    for _ in range(100):
        scores = policy(torch.as_tensor(state, dtype=torch.float32).unsqueeze(0))  # shape: (1, 2)
        action = torch.distributions.Categorical(logits=scores).sample().item()
        state, reward, terminated, truncated, _ = env.step(action)
        paid = torch.tensor([reward])  # shape: (1,)
        if terminated or truncated:
            break
    return paid


def of_another_environment():
    env = gym.make("LunarLander-v2")
    state, _ = env.reset()
    return nn.Linear(4, 2)(torch.from_numpy(state))  # error: [linear-in-features] "8" "4"


def continuous_actions():
    env = gym.make("Pendulum-v1")
    actor = Policy(env.observation_space.shape[0], env.action_space.shape[0])
    critic = nn.Linear(3, 1)
    state = torch.FloatTensor(env.reset()[0])  # shape: (3,)
    action = actor(state) * torch.tensor(env.action_space.high)  # shape: (1,)
    return critic(torch.cat([state, action]))  # error: [linear-in-features] "4" "3"


class Own(gym.Env):
    def __init__(self, count=5):
        self.observation_space = spaces.Box(low=0.0, high=1.0, shape=(count, 2), dtype=np.float32)
        self.action_space = spaces.Discrete(3)

    def reset(self, seed=None, options=None):
        super().reset(seed=seed)
        return self.observation_space.sample(), {}


def an_environment_of_ones_own():
    env = Own()
    seen, _ = env.reset()
    flat = torch.tensor(seen).flatten()  # shape: (10,)
    return nn.Linear(env.observation_space.shape[0], env.action_space.n)(flat)  # error: [linear-in-features] "10" "5"


def what_is_not_told(name):
    state, _ = gym.make(name).reset()
    other, _ = gym.make("FrozenLake-v1", map_name="8x8").reset()
    return nn.Linear(4, 2)(torch.tensor(state)), nn.Linear(4, 2)(torch.tensor(other))
