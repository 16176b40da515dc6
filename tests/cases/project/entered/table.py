"""Models by name, entered by a method of the table itself."""


class Table(dict):
    def register(self):
        def entered(cls):
            self[cls.__name__] = cls
            return cls

        return entered


MODELS = Table()
