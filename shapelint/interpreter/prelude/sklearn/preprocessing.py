"""sklearn.preprocessing: scalers keep shapes, encoders make columns. Never imported."""


class _Scaler:
    def __init__(self, *args, **kwargs):
        pass

    def fit(self, X, y=None, **kwargs):
        return self

    def transform(self, X, *args, **kwargs):
        return __like__(X, X.shape) if __is_array__(X) else __some__("scaled data")

    def fit_transform(self, X, y=None, **kwargs):
        return self.transform(X)

    def inverse_transform(self, X, *args, **kwargs):
        return self.transform(X)


class StandardScaler(_Scaler):
    pass


class MinMaxScaler(_Scaler):
    pass


class MaxAbsScaler(_Scaler):
    pass


class RobustScaler(_Scaler):
    pass


class Normalizer(_Scaler):
    pass


class PowerTransformer(_Scaler):
    pass


class QuantileTransformer(_Scaler):
    pass


class LabelEncoder(_Scaler):
    def transform(self, y):
        return __array__((y.shape[0],), "int64") if __is_array__(y) else __some__("labels")


class OneHotEncoder(_Scaler):
    def transform(self, X):
        return __some__("one-hot columns")


class LabelBinarizer(OneHotEncoder):
    pass


class MultiLabelBinarizer(OneHotEncoder):
    pass


def scale(X, *args, **kwargs):
    return __like__(X, X.shape) if __is_array__(X) else __some__("scaled data")


minmax_scale = scale
normalize = scale
