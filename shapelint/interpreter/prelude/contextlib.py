"""contextlib's classes. Never imported."""

import functools


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        return _around(self._recreate_cm(), func)


AsyncContextDecorator = ContextDecorator


def _around(context, function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        with context:
            return function(*args, **kwargs)

    return inner


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc):
        pass


class suppress:
    def __init__(self, *exceptions):
        pass

    def __enter__(self):
        return None

    def __exit__(self, *exc):
        return True


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc):
        self.thing.close()


class ExitStack:
    def __init__(self):
        self._ends = []

    def __enter__(self):
        return self

    def enter_context(self, cm):
        result = __entered__(cm)
        self.push(lambda *exc: __left__(cm, exc[0]))
        return result

    async def enter_async_context(self, cm):
        return self.enter_context(cm)

    def push(self, exit):
        self._ends.append(exit)
        return exit

    def callback(self, callback, *args, **kwds):
        self.push(lambda *exc: callback(*args, **kwds))
        return callback

    def pop_all(self):
        moved = self.__class__()
        moved._ends, self._ends = self._ends, []
        return moved

    def close(self):
        self.__exit__(None, None, None)

    async def aclose(self):
        self.close()

    def __exit__(self, *exc):
        while self._ends:
            self._ends.pop()(*exc)


AsyncExitStack = ExitStack
