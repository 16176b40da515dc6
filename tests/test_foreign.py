"""Code for libraries and versions that are not here to run it: what works there is no finding."""

import pytest

import shapelint

WORKING = {
    "MXNet copies the sizes that are 0": """
import mxnet as mx
from mxnet.gluon import nn

class Flat(nn.HybridBlock):
    def hybrid_forward(self, F, x):
        return x.reshape((0, -1))
""",
    "TensorFlow gives lists": """
import tensorflow as tf

def rows():
    images = tf.unstack(tf.zeros([5, 32, 32, 3]))
    images[3:].append(images[0])
    parts = tf.split(tf.zeros([8, 6]), 4)
    parts.extend([tf.zeros([3, 6])])
    return tf.reshape(tf.concat(parts, 0), [11, 6])
""",
    "TensorFlow and JAX make another tensor of `x += y`": """
import jax.numpy as jnp
import tensorflow as tf

def scaled():
    scale = tf.constant(1.5)
    scale *= tf.zeros([64])
    scale += tf.zeros([3, 1])
    return tf.reshape(scale, [64, 3])

def summed(x, y):
    rows, columns = x.shape
    more, rows, columns = y.shape
    x += y
    return jnp.sum(x)
""",
    "TensorFlow compares what does not fit": """
import tensorflow as tf

def same():
    return tf.zeros([3]) == tf.zeros([4]), tf.zeros([3]) != tf.zeros([4])
""",
    "globals that may be others": """
import torch

exec(open("functions.txt").read())

def evaluated():
    from .parts import whole
    return whole(torch.zeros(3))
""",
    "unittest before Python 3.12": """
import unittest
import torch

class Tests(unittest.TestCase):
    def test_it(self):
        with self.assertRaisesRegexp(RuntimeError, "size"):
            torch.zeros(3) @ torch.zeros(4)
""",
}
FAILING = {
    "a list of TensorFlow's that has grown": (
        "reshape-elements",
        """
import tensorflow as tf

parts = tf.split(tf.zeros([8, 6]), 4)
parts.append(tf.zeros([3, 6]))
x = tf.reshape(tf.concat(parts, 0), [8, 6])
""",
    ),
    "PyTorch compares nothing that does not fit": (
        "broadcast-sizes",
        """
import tensorflow as tf
import torch

x = torch.zeros(3) == torch.zeros(4)
""",
    ),
}


@pytest.mark.parametrize("text", WORKING.values(), ids=WORKING.keys())
def test_what_works_is_no_finding(text: str) -> None:
    result = shapelint.check_source(text)
    assert not result.findings and not result.problems


@pytest.mark.parametrize(("name", "text"), FAILING.values(), ids=FAILING.keys())
def test_what_fails_is_one(name: str, text: str) -> None:
    assert [f.name for f in shapelint.check_source(text).findings] == [name]
