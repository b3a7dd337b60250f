"""How a word sounds does not hang on whether it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.design import sounds


def forget() -> None:
    sounds._heard.clear()
    sounds._kept.cache_clear()


@pytest.mark.parametrize("store", ["", "kept"])
def test_a_sound_that_was_kept_is_the_one_that_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: str
) -> None:
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / store) if store else "")
    forget()
    assert sounds.sound("太贵了") == ("taiguile", "tgl")
    sounds.keep_sounds()
    forget()
    if store:
        monkeypatch.setattr(sounds, "_reckoned", lambda run: pytest.fail(f"{run} was not kept"))
    assert sounds.sound("太贵了") == ("taiguile", "tgl")
    forget()
