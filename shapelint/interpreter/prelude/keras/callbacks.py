"""keras.callbacks. Never imported."""


class Callback:
    model = __some__("model")
    params = __some__("params")

    def __init__(self, *args, **kwargs):
        pass

    def set_params(self, params):
        self.params = params

    def set_model(self, model):
        self.model = model

    def on_epoch_begin(self, epoch, logs=None):
        pass

    def on_epoch_end(self, epoch, logs=None):
        pass

    def on_train_begin(self, logs=None):
        pass

    def on_train_end(self, logs=None):
        pass

    def on_train_batch_begin(self, batch, logs=None):
        pass

    def on_train_batch_end(self, batch, logs=None):
        pass

    def on_test_begin(self, logs=None):
        pass

    def on_test_end(self, logs=None):
        pass


class CallbackList(Callback):
    pass


BackupAndRestore = CSVLogger = EarlyStopping = History = LambdaCallback = Callback
LearningRateScheduler = ModelCheckpoint = ProgbarLogger = ReduceLROnPlateau = Callback
RemoteMonitor = SwapEMAWeights = TensorBoard = TerminateOnNaN = OrbaxCheckpoint = Callback
