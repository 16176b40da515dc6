"""torch.utils._pytree, as the interpreter runs it. Never imported."""


def tree_map(func, tree, *rests, is_leaf=None):
    if isinstance(tree, (list, tuple, dict)):
        return _mapped(func, tree, rests)
    return func(tree, *rests)


def _mapped(func, tree, rests):
    if isinstance(tree, dict):
        return {k: tree_map(func, v, *[r[k] for r in rests]) for k, v in tree.items()}
    items = [tree_map(func, v, *[r[i] for r in rests]) for i, v in enumerate(tree)]
    return items if isinstance(tree, list) else tuple(items)


def tree_map_only(kind, func, tree, is_leaf=None):
    return tree_map(lambda leaf: func(leaf) if isinstance(leaf, kind) else leaf, tree)


def tree_leaves(tree, is_leaf=None):
    if isinstance(tree, dict):
        return [leaf for value in tree.values() for leaf in tree_leaves(value)]
    if isinstance(tree, (list, tuple)):
        return [leaf for value in tree for leaf in tree_leaves(value)]
    return [tree]


def tree_flatten(tree, is_leaf=None):
    return tree_leaves(tree), __some__("spec")


def tree_unflatten(leaves, treespec):
    return __some__("tree")
