"""Tests. Keras runs on the torch backend: set before anything imports it."""

import os

os.environ["KERAS_BACKEND"] = "torch"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
