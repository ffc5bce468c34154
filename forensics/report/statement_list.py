"""The log statements that are understood, as text."""

from collections.abc import Mapping

from forensics.statements.template import Statement


def render(statements: Mapping[str, Statement], text: str, unproven: bool) -> str:
    """Return those *statements* that contain *text*, of these the *unproven* alone where asked: no real log shows them."""
    wanted = text.lower()
    found = {
        name: one
        for name, one in statements.items()
        if wanted in f"{name} {one.template} {one.logged_by}".lower() and not (unproven and one.seen)
    }
    open_ = sum(one.seen is None for one in found.values())
    lines = [
        f"{len(found)} statements, {open_} of them unproven: written from RocketMQ's source, and no line of a real log shows them"
    ]
    for name, one in sorted(found.items()):
        lines.append(f"\n{'unproven' if one.seen is None else 'proven':8}  {name}: {one.logged_by}")
        lines += [f"          | {line}" for line in one.template.split("\n")]
    return "\n".join(lines) + "\n"
