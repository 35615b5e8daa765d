"""Asks a chat model over the OpenAI-compatible protocol: retries, time-outs and a limit on size."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Any, Final

import certifi
from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError

from alaqat.model.errors import AlaqatError
from alaqat.readers.endpoint.endpoint_settings import KEY, EndpointSettings
from alaqat.readers.endpoint.spending import Budget, answer_tokens, tokens

Message = Mapping[str, str]
Json = dict[str, Any]
_MAX_BYTES: Final = 4_000_000
_CHUNK: Final = 65_536
_CONNECT_TIMEOUT: Final = 10.0
# Seconds before the second attempt, doubled each time; the longest wait that a server may request.
_FIRST_WAIT: Final = 1.0
_LONGEST_WAIT: Final = 60.0
# Articles in a row that fail without any answer, after which nothing more is asked in this run.
_MOST_FAILURES: Final = 5
_OK: Final = 200
_BAD_REQUEST: Final = (400, 404, 415, 422)
_REFUSED: Final = (401, 403)
_WORTH_ANOTHER_TRY: Final = frozenset((408, 425, 429, 500, 502, 503, 504))
# A count of tokens above this is no count.
_MOST_TOKENS: Final = 10_000_000


class EndpointFailed(AlaqatError):
    """A request was not answered in a usable way; the message names the host and never the key."""


class _NoSchema(Exception):
    """The server takes no JSON schema."""


@dataclass(frozen=True, slots=True)
class Completion:
    """The text that a model answered, and the tokens it took."""

    text: str
    tokens: int


class ChatClient:
    """One model of one server; may be shared by threads."""

    def __init__(
        self,
        settings: EndpointSettings,
        budget: Budget,
        *,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self._settings, self._budget = settings, budget
        self._stopped = Event()
        self._sleep = sleep or self._stopped.wait
        self._url = f"{settings.address.rstrip('/')}/chat/completions"
        self._takes_schema = True
        self._failures = 0
        self._pool = PoolManager(
            maxsize=settings.concurrency,
            ca_certs=certifi.where(),
            timeout=Timeout(connect=_CONNECT_TIMEOUT, read=settings.timeout),
            retries=False,
        )

    def complete(self, messages: Sequence[Message], schema: Json) -> Completion:
        """The model's answer; asked for by JSON schema, or without where the server takes none.

        Raises EndpointFailed, or BudgetSpent before anything is sent.
        """
        if self._failures >= _MOST_FAILURES:
            raise EndpointFailed(f"{self._settings.host} does not answer; nothing more is asked")
        sent = sum(tokens(message["content"]) for message in messages)
        reserved = sent + answer_tokens(messages[-1]["content"])
        self._budget.reserve(reserved)
        used = 0
        try:
            completion = self._complete(messages, schema)
            used = completion.tokens or sent + tokens(completion.text)
        except EndpointFailed:
            self._failures += 1
            raise
        finally:
            self._budget.settle(reserved, used)
        self._failures = 0
        return completion

    def stop(self) -> None:
        """Send nothing more, and end all waits; requests under way end by their time-out."""
        self._stopped.set()

    def _complete(self, messages: Sequence[Message], schema: Json) -> Completion:
        request: Json = {
            "model": self._settings.model,
            "messages": list(messages),
            "temperature": 0,
            "stream": False,
        }
        if self._takes_schema:
            own = {"name": "article", "strict": True, "schema": schema}
            try:
                return self._attempt(
                    request | {"response_format": {"type": "json_schema", "json_schema": own}}
                )
            except _NoSchema:
                self._takes_schema = False
        try:
            return self._attempt(request)
        except _NoSchema as error:
            raise self._failure("does not take the request (status 4xx)") from error

    def _attempt(self, request: Json) -> Completion:
        """Send a request until it is answered or `attempts` are used."""
        wait = _FIRST_WAIT
        problem = "does not answer"
        for number in range(self._settings.attempts):
            if number:
                self._sleep(min(wait, _LONGEST_WAIT))
            if self._stopped.is_set():
                raise self._failure("is not asked any more: the run was stopped")
            try:
                status, asked_wait, body = self._send(request)
            except HTTPError as error:
                problem = f"cannot be reached ({type(error).__name__})"
                wait *= 2
                continue
            if status == _OK:
                return self._completion(body)
            if status not in _WORTH_ANOTHER_TRY:
                raise self._refusal(status)
            problem = f"answers with status {status}"
            wait = max(wait * 2, asked_wait)
        raise self._failure(f"{problem}, {self._settings.attempts} times")

    def _refusal(self, status: int) -> Exception:
        if status in _BAD_REQUEST:
            return _NoSchema()
        if status in _REFUSED:
            return self._failure(f"refuses the key (status {status}); see {KEY}")
        return self._failure(f"answers with status {status}")

    def _failure(self, problem: str) -> EndpointFailed:
        return EndpointFailed(f"{self._settings.host} {problem}")

    def _send(self, request: Json) -> tuple[int, float, bytes]:
        """Status, seconds that the server asks to wait, and body of one response."""
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._settings.key:
            headers["Authorization"] = f"Bearer {self._settings.key}"
        body = json.dumps(request, ensure_ascii=False).encode("utf-8", errors="replace")
        response = self._pool.request(
            "POST", self._url, body=body, headers=headers, preload_content=False, redirect=False
        )
        try:
            return response.status, _retry_after(response), self._read(response)
        finally:
            response.close()

    def _read(self, response: BaseHTTPResponse) -> bytes:
        """The body, as far as it comes in time and is not too large."""
        deadline = time.monotonic() + self._settings.timeout
        body = bytearray()
        for chunk in response.stream(_CHUNK):
            body += chunk
            if len(body) > _MAX_BYTES:
                raise self._failure(f"sends more than {_MAX_BYTES // 1_000_000} MB")
            if time.monotonic() > deadline:
                raise self._failure(f"takes more than {self._settings.timeout:.0f} seconds")
        return bytes(body)

    def _completion(self, body: bytes) -> Completion:
        try:
            answer = json.loads(body)
            text = answer["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise self._failure("answers with something that is no chat completion") from error
        if not isinstance(text, str):
            raise self._failure("answers without a text")
        return Completion(text, _used_tokens(answer))


def _used_tokens(answer: Json) -> int:
    """The tokens that a server says it used; 0 where it says nothing credible."""
    usage = answer.get("usage")
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    is_count = isinstance(total, int) and 0 < total < _MOST_TOKENS
    return total if is_count and isinstance(total, int) else 0


def _retry_after(response: BaseHTTPResponse) -> float:
    """Seconds of the header Retry-After; 0 where there is none, or a date."""
    value = response.headers.get("Retry-After", "")
    return float(value) if value.isdecimal() else 0.0
