"""What itertools has that goes over iterables in Python's own way. Never imported."""


def starmap(function, iterable):
    return (function(*args) for args in iterable)


def accumulate(iterable, func=None, *, initial=None):
    total = initial
    began = initial is not None
    if began:
        yield total
    for item in iterable:
        if not began:
            total = item
        elif func is None:
            total = total + item
        else:
            total = func(total, item)
        began = True
        yield total


def zip_longest(*iterables, fillvalue=None):
    columns = [list(iterable) for iterable in iterables]
    longest = max([0, *[len(column) for column in columns]])
    for at in range(longest):
        yield tuple(column[at] if at < len(column) else fillvalue for column in columns)


def groupby(iterable, key=None):
    groups = []
    for item in iterable:
        its = item if key is None else key(item)
        if groups and groups[-1][0] == its:
            groups[-1][1].append(item)
        else:
            groups.append((its, [item]))
    return iter(groups)
