"""The live preview: what is saved shows in the browser; after a broken edit the last good page stays, with what is wrong."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from generator.engines.preview.address import NoAddress, bound
from generator.engines.preview.desk import Desk

__all__ = ["NoAddress", "serve"]


def serve(playbook: Path, address: str, *, printing: bool) -> None:
    """Shows the handbook at `address` until it is stopped; NoAddress if it cannot be shown there."""
    with bound(address) as server:
        desk = Desk(playbook, f"http://{address}/", printing=printing, say=partial(print, flush=True))
        server.desk = desk
        threading.Thread(target=server.serve_forever, daemon=True, name="answers").start()
        try:
            desk.work()
        except KeyboardInterrupt:
            pass
        finally:
            desk.close()
            server.shutdown()
