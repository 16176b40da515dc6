"""Files checked on a Dask cluster that is there already: the same files, the same shapelint on its workers."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shapelint.project.executors import CannotRun, batches
from shapelint.project.task import Outcome, Task, failed
from shapelint.project.worker import Refusal, reply, request

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10.0
"""Seconds to wait for the scheduler, and for a first worker."""


class Dask:
    """The cluster of a scheduler."""

    def __init__(self, address: str) -> None:
        self._address = address

    def run(self, files: Sequence[Path], task: Task) -> Iterator[Outcome]:
        with self._client() as client:
            from distributed import KilledWorker, as_completed

            threads = sum(client.nthreads().values())
            asked = {
                client.submit(reply, request(batch, task), pure=False): batch
                for batch in batches(files, threads)
            }
            for future in as_completed(asked, loop=client.loop):
                error = None if future.cancelled() else future.exception()
                if isinstance(error, KilledWorker):
                    for file in asked[future]:
                        yield failed(file, "the Dask workers that checked it died")
                elif error is not None:
                    raise CannotRun(f"{self}: its workers cannot run shapelint: {error}")
                elif future.cancelled():
                    raise CannotRun(f"{self}: the connection to it was lost")
                else:
                    yield from self._accepted(future.result())

    def _accepted(self, answer: Any) -> list[Outcome]:
        if isinstance(answer, Refusal):
            raise CannotRun(f"{self}: a worker refuses: {answer.why}")
        found: list[Outcome] = answer
        return found

    def _client(self) -> Client:
        """Raises CannotRun."""
        try:
            from distributed import Client
            from distributed.comm import get_address_host_port
        except ImportError:
            raise CannotRun(
                "the executor dask needs the package distributed: pip install 'shapelint[dask]'"
            ) from None
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we say it ourselves
        try:
            get_address_host_port(self._address)
            client = Client(self._address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            said = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise CannotRun(f"{self}: no scheduler answers: {said}") from None
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            client.close()
            raise CannotRun(f"{self}: it has no workers") from None
        return client

    def __str__(self) -> str:
        return f"the Dask cluster at {self._address}"
