"""What visitors upload: only the latest few files of a session stay in memory."""

from __future__ import annotations

import re
from collections import OrderedDict

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from layers.server.answers import collect
from layers.server.doors import path_below

UPLOAD = re.compile(r"/_stcore/upload_file/(?P<session>[^/]+)/(?P<file>[^/]+)")
FILES = 4  # of one session: an essay and a tour, and what each of them takes the place of
SESSIONS = 4096  # remembered; the framework itself forgets files with their session
KEPT = 204  # the framework's answer to a file that it has kept, or given up


class FewUploads:
    """Have the framework give up the eldest files of a session that sends more than a person opens."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        """Wrap the application below, which is served under this prefix."""
        self.app, self.prefix = app, prefix
        self.held: OrderedDict[str, list[str]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count what is kept and given up; let everything else through."""
        upload = scope["type"] == "http" and UPLOAD.fullmatch(path_below(self.prefix, scope))
        if not upload or scope["method"] not in ("PUT", "DELETE"):
            await self.app(scope, receive, send)
            return
        statuses = []

        async def note(message: Message) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])
            await send(message)

        await self.app(scope, receive, note)
        if statuses == [KEPT]:
            await self._count(scope, upload["session"], upload["file"])

    async def _count(self, scope: Scope, session: str, file: str) -> None:
        """Move the file to the end of its session's, or out, and give up what is too many."""
        files = [other for other in self.held.pop(session, []) if other != file]
        if scope["method"] == "PUT":
            files.append(file)
        if files:
            self.held[session] = files[-FILES:]
        if len(self.held) > SESSIONS:
            self.held.popitem(last=False)
        for eldest in files[:-FILES]:
            path = scope["path"].removesuffix(file) + eldest
            await collect(self.app, {**scope, "method": "DELETE", "path": path})
