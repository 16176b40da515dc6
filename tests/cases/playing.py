"""Agents: episodes that end by chance, memories that are sampled, many rounds of the same."""

import random
from collections import deque, namedtuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

Transition = namedtuple("Transition", ("state", "action", "next_state", "reward"))


class Walk:
    """Four numbers are seen; it ends by chance."""

    def reset(self):
        return np.random.randn(4).astype(np.float32), {}

    def step(self, action):
        return np.random.randn(4).astype(np.float32), random.random(), random.random() < 0.2, False, {}


class Memory:
    def __init__(self, capacity):
        self.memory = deque([], maxlen=capacity)

    def push(self, *parts):
        self.memory.append(Transition(*parts))

    def sample(self, count):
        return random.sample(self.memory, count)

    def __len__(self):
        return len(self.memory)


class Values(nn.Module):
    def __init__(self, seen, actions):
        super().__init__()
        self.first = nn.Linear(seen, 32)
        self.second = nn.Linear(32, actions)

    def forward(self, x):
        return self.second(F.relu(self.first(x)))


class Agent:
    def __init__(self, batch=128):
        self.batch = batch
        self.policy, self.target = Values(4, 2), Values(4, 2)
        self.target.load_state_dict(self.policy.state_dict())
        self.optimizer = torch.optim.AdamW(self.policy.parameters(), lr=1e-4)
        self.memory = Memory(10000)

    def act(self, state):
        if random.random() > 0.1:
            with torch.no_grad():
                return self.policy(state).max(1).indices.view(1, 1)
        return torch.tensor([[random.randrange(2)]], dtype=torch.long)

    def learn(self):
        if len(self.memory) < self.batch:
            return
        sample = Transition(*zip(*self.memory.sample(self.batch)))
        going_on = torch.tensor(tuple(map(lambda s: s is not None, sample.next_state)), dtype=torch.bool)
        actions = torch.cat(sample.action)
        rewards = torch.cat(sample.reward)
        values = self.policy(torch.cat(sample.state)).gather(1, actions)
        later = torch.zeros(self.batch)
        with torch.no_grad():
            later[going_on] = self.target(torch.cat([s for s in sample.next_state if s is not None])).max(1).values
        wanted = later * 0.99 + rewards
        loss = nn.SmoothL1Loss()(values, wanted.unsqueeze(1))
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()


def episodes():
    world, agent = Walk(), Agent()
    for _ in range(50):
        state, _ = world.reset()
        state = torch.tensor(state, dtype=torch.float32).unsqueeze(0)  # shape: (1, 4)
        while True:
            action = agent.act(state)
            seen, reward, ended, cut, _ = world.step(action.item())
            reward = torch.tensor([reward])  # shape: (1,)
            following = None if ended else torch.tensor(seen).unsqueeze(0)
            agent.memory.push(state, action, following, reward)
            state = following
            agent.learn()
            if ended or cut:
                break
    return nn.Linear(2, 3)(action.float())  # error: [linear-in-features] "1" "2"


def many_epochs():
    x, y = torch.zeros(64, 12), torch.zeros(64, dtype=torch.long)
    model = nn.Sequential(nn.Linear(12, 16), nn.ReLU(), nn.Linear(16, 3))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for epoch in range(250):
        for start in range(0, 64, 8):
            scores = model(x[start : start + 8])  # shape: (8, 3)
            loss = F.cross_entropy(scores, y[start : start + 8])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        if epoch == 200:
            return nn.Linear(4, 2)(scores)  # error: [linear-in-features] "3" "4"
    return scores


def rounds_that_are_counted():
    kept, x = [], torch.zeros(3, 300)
    for _ in range(100):
        for _ in range(3):
            y = (x.relu() + x.relu()).relu() + x.relu()
        x = x[:, 1:]
        kept.append(y.sum(dim=1))
    every = torch.stack(kept)  # shape: (100, 3)
    return every @ nn.Linear(200, 3)(x) + nn.Linear(201, 3)(x)  # error: [linear-in-features] "200" "201"


def batches_that_are_drawn():
    memory = Memory(100)
    for _ in range(60):
        memory.push(torch.zeros(1, 4), torch.zeros(1, 1, dtype=torch.long), torch.zeros(1, 4), torch.zeros(1))
    states, actions, following, rewards = zip(*memory.sample(32))
    values = Values(4, 2)(torch.cat(states)).gather(1, torch.cat(actions))  # shape: (32, 1)
    wanted = torch.cat(rewards) + Values(4, 2)(torch.cat(following)).max(1).values  # shape: (32,)
    loss = F.mse_loss(values.squeeze(1), wanted)  # shape: ()
    return loss + nn.Linear(16, 1)(wanted)  # error: [linear-in-features] "32" "16"
