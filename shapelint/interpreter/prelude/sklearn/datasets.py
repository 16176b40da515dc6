"""sklearn.datasets: the arrays that each gives. Never imported.

https://scikit-learn.org/stable/api/sklearn.datasets.html
"""


class Bunch(dict):
    def __getattr__(self, name):
        return self[name]


def _loaded(rows, features, return_X_y, as_frame, target=()):
    if __surely__(not as_frame):
        data, labels = __array__((rows, features), "float64"), __array__((rows, *target), "int64")
        if return_X_y:
            return data, labels
        names = __some__("feature_names")
        return Bunch(data=data, target=labels, feature_names=names, target_names=__some__("target_names"))
    return __some__("a table")


def load_iris(*, return_X_y=False, as_frame=False):
    return _loaded(150, 4, return_X_y, as_frame)


def load_wine(*, return_X_y=False, as_frame=False):
    return _loaded(178, 13, return_X_y, as_frame)


def load_breast_cancer(*, return_X_y=False, as_frame=False):
    return _loaded(569, 30, return_X_y, as_frame)


def load_diabetes(*, return_X_y=False, as_frame=False, scaled=True):
    return _loaded(442, 10, return_X_y, as_frame)


def load_digits(*, n_class=10, return_X_y=False, as_frame=False):
    rows = 1797 if __surely__(n_class == 10) else __size__("digits")
    found = _loaded(rows, 64, return_X_y, as_frame)
    if __surely__(not as_frame) and not return_X_y:
        found["images"] = __array__((rows, 8, 8), "float64")
    return found


def fetch_california_housing(
    *, data_home=None, download_if_missing=True, return_X_y=False, as_frame=False, **kwargs
):
    return _loaded(20640, 8, return_X_y, as_frame)


def fetch_olivetti_faces(*, data_home=None, return_X_y=False, **kwargs):
    return _loaded(400, 4096, return_X_y, False)


def make_classification(n_samples=100, n_features=20, **kwargs):
    return __array__((n_samples, n_features), "float64"), __array__((n_samples,), "int64")


def make_regression(n_samples=100, n_features=100, *, n_informative=10, n_targets=1, coef=False, **kwargs):
    targets = (n_samples,) if __surely__(n_targets == 1) else (n_samples, n_targets)
    made = __array__((n_samples, n_features), "float64"), __array__(targets, "float64")
    return made if __surely__(not coef) else (*made, __some__("coefficients"))


def make_moons(n_samples=100, **kwargs):
    if isinstance(n_samples, int):
        return __array__((n_samples, 2), "float64"), __array__((n_samples,), "int64")
    count = n_samples[0] + n_samples[1]
    return __array__((count, 2), "float64"), __array__((count,), "int64")


def make_circles(n_samples=100, **kwargs):
    return make_moons(n_samples)


def make_blobs(n_samples=100, n_features=2, *, centers=None, return_centers=False, **kwargs):
    if not isinstance(n_samples, int) or not __surely__(not return_centers):
        return __some__("blobs")
    features = n_features if centers is None or isinstance(centers, int) else __size__("features")
    return __array__((n_samples, features), "float64"), __array__((n_samples,), "int64")


def make_s_curve(n_samples=100, **kwargs):
    return __array__((n_samples, 3), "float64"), __array__((n_samples,), "float64")


def make_swiss_roll(n_samples=100, **kwargs):
    return make_s_curve(n_samples)


def make_friedman1(n_samples=100, n_features=10, **kwargs):
    return __array__((n_samples, n_features), "float64"), __array__((n_samples,), "float64")
