"""Every declared binding as a command of the palette, whatever has the focus."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.actions import parse
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode

from sscb_tui.keymap import declared

WANDERING = ("table.", "help.", "filter.", "dialog.", "question.")
"""Moving about is not a command."""


@dataclass(frozen=True, slots=True)
class Command:
    """A binding and the part of the program it belongs to."""

    node: DOMNode
    binding: Binding

    @property
    def words(self) -> str:
        """What the command does, as the palette lists it."""
        return self.binding.tooltip or self.binding.description


class Commands(Provider):
    """Declared, not active, bindings: letters stay in the palette while a text field has the focus."""

    def commands(self) -> Iterator[Command]:
        """The commands of the screen under the palette and of the App, each once."""
        seen = set[str]()
        for node in (self.screen, self.app):
            for binding in declared(type(node)):
                if (
                    binding.id
                    and binding.id not in seen
                    and not binding.id.startswith(WANDERING)
                    and _works(node, binding)
                ):
                    seen.add(binding.id)
                    yield Command(node, binding)

    async def discover(self) -> Hits:
        """Everything, before a word is typed."""
        for command in self.commands():
            yield DiscoveryHit(command.words, self._run(command), help=self._key(command))

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for command in self.commands():
            score = matcher.match(command.words)
            if score > 0:
                yield Hit(score, matcher.highlight(command.words), self._run(command), help=self._key(command))

    def _key(self, command: Command) -> str:
        return f"key {self.app.get_key_display(command.binding)}"

    def _run(self, command: Command) -> Callable[[], Awaitable[bool]]:
        return partial(self.app.run_action, command.binding.action, command.node)


def _works(node: DOMNode, binding: Binding) -> bool:
    namespace, name, parameters = parse(binding.action)
    return not namespace and bool(node.check_action(name, parameters))
