"""`sys.modules`: the modules of the program by their names."""


class _Modules:
    def __getitem__(self, name):
        return __module__(name)

    def get(self, name, default=None):
        return __module__(name)


modules = _Modules()
