"""sklearn.model_selection: what splits arrays. Never imported."""


def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None):
    """Two parts of each array, cut at the same place."""
    train, test = __size__("train"), __size__("test")
    parts = []
    for array in arrays:
        parts.append(_part(array, train))
        parts.append(_part(array, test))
    return parts


def _part(array, count):
    if __is_array__(array):
        return __like__(array, (count, *array.shape[1:]))
    return __some__("a part of data")
