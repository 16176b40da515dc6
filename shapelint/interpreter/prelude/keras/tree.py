"""keras.tree (and tf.nest): nested structures. Never imported."""


def is_nested(structure):
    return isinstance(structure, (list, tuple, dict))


def map_structure(func, *structures, none_is_leaf=True, **kwargs):
    first = structures[0]
    if isinstance(first, dict):
        return {key: map_structure(func, *[s[key] for s in structures]) for key in first}
    if isinstance(first, tuple):
        return tuple(map_structure(func, *parts) for parts in zip(*structures))
    if isinstance(first, list):
        return [map_structure(func, *parts) for parts in zip(*structures)]
    return func(*structures)


def map_structure_up_to(shallow_structure, func, *structures):
    return __some__("map_structure_up_to", func)


def map_shape_structure(func, structure):
    if isinstance(structure, dict):
        return {key: map_shape_structure(func, item) for key, item in structure.items()}
    if isinstance(structure, (list, tuple)) and len(structure) > 0 and isinstance(structure[0], (list, tuple)):
        return [map_shape_structure(func, item) for item in structure]
    return func(structure)


def flatten(structure, **kwargs):
    return __flat__(structure)


def flatten_with_path(structure):
    return __some__("flatten_with_path")


def pack_sequence_as(structure, flat_sequence, **kwargs):
    if not isinstance(structure, (list, tuple, dict)):
        return flat_sequence[0]
    return __some__("packed structure")


def lists_to_tuples(structure):
    return structure


def traverse(func, structure, top_down=True):
    return __some__("traverse", func)


def assert_same_structure(a, b, *args, **kwargs):
    pass


def assert_same_paths(a, b):
    pass
