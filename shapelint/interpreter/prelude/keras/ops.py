"""keras.ops that run functions of the program's, or leave its tensors. Never imported."""

import numpy as np


def cond(pred, true_fn, false_fn):
    if __flag__("keras.ops.cond"):
        return true_fn()
    return false_fn()


def switch(index, branches, *operands):
    return __some__("switch", branches)


def while_loop(cond, body, loop_vars, maximum_iterations=None):
    return __some__("while_loop", body)


def fori_loop(lower, upper, body_fun, init_val):
    return __some__("fori_loop", body_fun)


def map(f, xs):
    return __some__("map", f)


def vectorized_map(function, elements):
    return __some__("vectorized_map", function)


def scan(f, init, xs=None, length=None, reverse=False, unroll=1):
    return __some__("scan", f)


def associative_scan(f, elems, reverse=False, axis=0):
    return elems


def name_scope(name, *args, **kwargs):
    return __some__("name scope")


def convert_to_numpy(x):
    return __array__(x) if __is_tensor__(x) else np.array(x)
