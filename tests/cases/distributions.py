"""torch.distributions: batch shapes, event shapes and what is drawn."""

import torch
from torch import distributions as D
from torch import nn
from torch.distributions.normal import Normal


class Policy(nn.Module):
    def __init__(self, observations, actions):
        super().__init__()
        self.body = nn.Linear(observations, 64)
        self.mean = nn.Linear(64, actions)
        self.log_std = nn.Parameter(torch.zeros(actions))

    def forward(self, observation):
        mean = self.mean(self.body(observation).tanh())
        return D.Independent(Normal(mean, self.log_std.exp()), 1)


def policy_of_a_gaussian():
    policy = Policy(8, 2)
    chosen = policy(torch.randn(5, 8))
    action = chosen.rsample()  # shape: (5, 2)
    logp = chosen.log_prob(action)  # shape: (5,)
    entropy = chosen.entropy()  # shape: (5,)
    surplus = logp * torch.randn(6)  # error: [broadcast-sizes]


def policy_of_categories():
    logits = nn.Linear(8, 4)(torch.randn(5, 8))
    chosen = D.Categorical(logits=logits)
    action = chosen.sample()  # shape: (5,)
    several = chosen.sample((3,))  # shape: (3, 5)
    logp = chosen.log_prob(several)  # shape: (3, 5)
    p = chosen.probs + 0  # shape: (5, 4)
    one_hot = nn.functional.one_hot(action, 4)  # shape: (5, 4)
    chosen.log_prob(torch.zeros(4, dtype=torch.int64))  # error: [broadcast-sizes]


def latent_of_an_encoder():
    mu, logvar = nn.Linear(8, 6)(torch.randn(5, 8)).chunk(2, -1)
    posterior = Normal(mu, (0.5 * logvar).exp())
    z = posterior.rsample((7,))  # shape: (7, 5, 3)
    prior = Normal(torch.zeros(3), 1.0)
    kl = D.kl_divergence(posterior, prior)  # shape: (5, 3)
    nn.Linear(4, 8)(z)  # error: [linear-in-features]


def of_numbers():
    x = Normal(0.0, 1.0).sample()  # shape: ()
    y = D.Uniform(0, 1).sample((2, 3))  # shape: (2, 3)
    z = D.Bernoulli(0.3).sample(torch.Size([4]))  # shape: (4,)
    w = D.Beta(torch.ones(3), 2.0).sample((2,))  # shape: (2, 3)
    e = D.Exponential(torch.ones(5, 1)).rsample()  # shape: (5, 1)
    y + z  # error: [broadcast-sizes]


def of_vectors():
    a = D.Dirichlet(torch.ones(4, 3)).sample((2,))  # shape: (2, 4, 3)
    b = D.Multinomial(10, torch.ones(3)).sample()  # shape: (3,)
    c = D.OneHotCategorical(torch.ones(4, 3)).sample()  # shape: (4, 3)
    mvn = D.MultivariateNormal(torch.zeros(3), torch.eye(3))
    d = mvn.sample((6,))  # shape: (6, 3)
    p = mvn.log_prob(d)  # shape: (6,)
    q = D.MultivariateNormal(torch.zeros(5, 3), scale_tril=torch.eye(3)).entropy()  # shape: (5,)
    g = D.RelaxedOneHotCategorical(0.5, logits=torch.zeros(4, 3)).rsample()  # shape: (4, 3)
    mvn.log_prob(torch.zeros(6, 4))  # error: [broadcast-sizes]


def mixture():
    mix = D.Categorical(torch.ones(4, 5))
    parts = D.Independent(Normal(torch.zeros(4, 5, 2), torch.ones(4, 5, 2)), 1)
    mixed = D.MixtureSameFamily(mix, parts)
    x = mixed.sample()  # shape: (4, 2)
    p = mixed.log_prob(x)  # shape: (4,)
    x @ p  # error: [inner-size]


def parameters_that_do_not_fit():
    Normal(torch.zeros(3), torch.ones(4))  # error: [broadcast-sizes]


def several_parameters():
    a = D.Gamma(torch.ones(2, 1), torch.ones(3)).sample()  # shape: (2, 3)
    b = D.StudentT(torch.ones(2, 1), torch.zeros(3)).sample((5,))  # shape: (5, 2, 3)
    c = D.Laplace(torch.zeros(2, 3), 1.0).log_prob(torch.zeros(3))  # shape: (2, 3)
    d = D.Poisson(torch.ones(4)).log_prob(torch.zeros(6, 4))  # shape: (6, 4)
    e = D.Normal(torch.zeros(2, 3), 1.0).cdf(torch.zeros(3))  # shape: (2, 3)
    f = D.Binomial(10, probs=torch.ones(4) / 2).mean + 0  # shape: (4,)
    h = D.Cauchy(0.0, torch.ones(4)).expand((3, 4)).sample()  # shape: (3, 4)
    s = Normal(torch.zeros(2, 3), 1.0).stddev + 0  # shape: (2, 3)
    b @ c  # error: [inner-size]


def of_unknown_rank(logits=torch.zeros(2, 3, 4)):
    chosen = D.Categorical(logits=logits)
    logp = chosen.log_prob(chosen.sample())
    return (logits.softmax(-1) * logp.unsqueeze(-1)).sum(-1) - chosen.entropy()
