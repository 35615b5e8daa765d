"""The reader that asks a model: article in, verified events and quotes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import lru_cache
from typing import Final

from alaqat.arabic.document import prepare
from alaqat.lexicon.prompt_files import Prompt, prompt
from alaqat.model.errors import AlaqatError
from alaqat.model.records import Annotations, Article, Document
from alaqat.readers.endpoint.alignment import Span
from alaqat.readers.endpoint.answer_folder import AnswerFolder, answer_key
from alaqat.readers.endpoint.answer_format import Answer, AnswerUnreadable, read_answer, schema
from alaqat.readers.endpoint.article_parts import parts
from alaqat.readers.endpoint.chat_client import ChatClient, EndpointFailed, Message
from alaqat.readers.endpoint.endpoint_settings import EndpointSettings
from alaqat.readers.endpoint.messages import first_messages, repair_messages
from alaqat.readers.endpoint.spending import Budget, Estimate, answer_tokens, tokens
from alaqat.readers.endpoint.verification import Verifier
from alaqat.readers.joining import join
from alaqat.readers.protocol import ReaderResult

NAME: Final = "endpoint"
_PROMPT: Final = "read_article"


@lru_cache(maxsize=4)
def load(settings: EndpointSettings) -> EndpointReader:
    """The reader of these settings; one per run, so that all its requests share one budget."""
    return EndpointReader(settings)


class EndpointReader:
    """Reads with the model of `settings`; every answer is recorded and used again.

    Raises ReaderMissing where no model is named. Without an address it reads recorded answers only.
    """

    name = NAME

    def __init__(self, settings: EndpointSettings, client: ChatClient | None = None) -> None:
        settings.check()
        self.settings = settings
        self.read_by = f"{NAME}:{settings.model}"
        self.prompt: Prompt = prompt(_PROMPT)
        self.version = f"{settings.model} {self.prompt.version} {settings.part_length}"
        self.budget = Budget(settings.budget)
        self._answers = AnswerFolder(settings.answers)
        self._client = client or (ChatClient(settings, self.budget) if settings.address else None)

    def read(self, found: Annotations) -> ReaderResult:
        """The verified events and quotes of an article.

        Raises EndpointFailed or BudgetSpent where an answer is neither recorded nor to be had.
        """
        verifier = Verifier(found, self.read_by)
        for part in parts(found.document, self.settings.part_length):
            answer, dropped = self._answer(found.document, part)
            verifier.dropped += dropped
            verifier.add(answer, part)
        events = sorted(verifier.events, key=lambda event: (event.trigger_start, event.start))
        quotes = sorted(verifier.quotes, key=lambda quote: (quote.start, quote.end))
        return ReaderResult(
            tuple(events), tuple(quotes), dropped=tuple(sorted(verifier.dropped.items()))
        )

    def extend(self, earlier: ReaderResult, found: Annotations) -> ReaderResult:  # noqa: D102
        return join(earlier, self.read(found))

    def prefetch(
        self, articles: Sequence[Article], progress: Callable[[Article], object]
    ) -> dict[str, str]:
        """Ask about all articles, several at a time, and record the answers.

        `progress` is called after each article. The result maps the id of each article that failed
        to the problem.
        """
        failures: dict[str, str] = {}
        with ThreadPoolExecutor(self.settings.concurrency) as pool:
            pending = {pool.submit(self._ask, article): article for article in articles}
            try:
                for future in as_completed(pending):
                    article = pending[future]
                    if error := future.exception():
                        failures[article.id] = _problem(error)
                    progress(article)
            except BaseException:
                if self._client is not None:
                    self._client.stop()
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return failures

    def forecast(self, articles: Sequence[Article]) -> str:
        """Which model at which host is asked, about how many tokens, and what they cost."""
        settings, estimate = self.settings, self.estimate(articles)
        if not estimate.requests:
            return f"all answers of {settings.model} are recorded; nothing is sent"
        cost = estimate.cost(settings.price_in, settings.price_out)
        price = f", which cost about {cost:.2f}" if cost else ""
        return (
            f"the texts of {len(articles)} articles go to {settings.host or 'nowhere'} "
            f"({settings.model}): {estimate.requests} requests, about {estimate.sent:,} tokens "
            f"sent and {estimate.received:,} received{price}"
        )

    def estimate(self, articles: Sequence[Article]) -> Estimate:
        """What asking about the articles will take; recorded answers take nothing."""
        return sum(map(self._estimate, articles), Estimate())

    def _estimate(self, article: Article) -> Estimate:
        document = prepare(article, words=False)
        total = Estimate()
        for part in parts(document, self.settings.part_length):
            if self._answers.get(self._key(document, part)) is None:
                messages = self._messages(document, part)
                sent = sum(tokens(message["content"]) for message in messages)
                received = answer_tokens(document.text[slice(*part)])
                total += Estimate(1, sent, received)
        return total

    def _ask(self, article: Article) -> None:
        document = prepare(article, words=False)
        for part in parts(document, self.settings.part_length):
            self._answer(document, part)

    def _key(self, document: Document, part: Span) -> str:
        own = (self.settings.model, self.prompt.version, document.article.published)
        return answer_key((*own, document.text[slice(*part)]))

    def _messages(self, document: Document, part: Span) -> list[Message]:
        text = document.text[slice(*part)]
        return first_messages(self.prompt, text, document.article.published)

    def _answer(self, document: Document, part: Span) -> tuple[Answer, Counter[str]]:
        """The answer about a part: recorded, else asked for and recorded."""
        key = self._key(document, part)
        recorded = self._answers.get(key)
        if recorded is not None:
            try:
                return read_answer(recorded)
            except AnswerUnreadable as error:
                raise EndpointFailed(f"the recorded answer {key} is unreadable: {error}") from error
        if self._client is None:
            raise EndpointFailed(f"no answer {key} is recorded in {self.settings.answers}")
        text, answer, dropped = self._asked(self._client, self._messages(document, part))
        self._answers.put(key, text, self.settings.model)
        return answer, dropped

    def _asked(
        self, client: ChatClient, messages: list[Message]
    ) -> tuple[str, Answer, Counter[str]]:
        """A readable answer with its text; one that is not readable may be repaired once."""
        text = client.complete(messages, schema()).text
        try:
            return text, *read_answer(text)
        except AnswerUnreadable as problem:
            again = client.complete(repair_messages(messages, text, problem), schema()).text
        try:
            return again, *read_answer(again)
        except AnswerUnreadable as error:
            raise EndpointFailed(
                f"{self.settings.model} answers twice without the asked form: {error}"
            ) from error


def _problem(error: BaseException) -> str:
    is_ours = isinstance(error, AlaqatError)
    return str(error) if is_ours else f"could not be read ({type(error).__name__}: {error})"
