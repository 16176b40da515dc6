"""What pytest has that is a context. Never imported."""


class raises:
    def __init__(self, *args, **kwargs):
        self.type = args[0]
        self.value = __some__("exception")
        self.traceback = self.tb = __some__("traceback")

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return True

    def match(self, pattern):
        return True
