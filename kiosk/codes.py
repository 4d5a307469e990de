"""QR codes as squares, dark and light, with the quiet zone that readers need. Pure."""

from __future__ import annotations

MASK = 2
"""The pattern laid over every code. Trying all eight for the evenest takes a second for a long text."""
MOST = 1600
"""Bytes of text (as UTF-8) that still make a code which a phone reads from a screen."""


def modules(text: str) -> list[list[bool]]:
    """The code as rows of dark (true) and light squares, quiet zone included. Too long a text is cut with “…”."""
    # 0.1 s, which no screen before the first code should wait for.
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4, mask_pattern=MASK)
    data = text.encode()
    code.add_data(text if len(data) <= MOST else data[: MOST - len("…".encode())].decode(errors="ignore") + "…")
    code.make(fit=True)
    return [[bool(square) for square in row] for row in code.get_matrix()]
