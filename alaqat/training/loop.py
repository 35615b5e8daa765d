"""Training: several processes learn on their share and average their weights every few steps.

On few and busy cores two processes of one thread each learn faster than one of two threads. The
weights that are kept are a moving average over the steps; the best epoch by the validation articles
is kept, and training stops after `patience` epochs that are no better.
"""

from __future__ import annotations

import copy
import os
import random
import socket
from collections.abc import Callable, Mapping, Sequence

import torch
from torch import Tensor, distributed, multiprocessing
from torch.optim.lr_scheduler import LambdaLR
from tqdm import tqdm

from alaqat.training.batches import Prepared, batches
from alaqat.training.losses import loss
from alaqat.training.plan import Epoch, Plan
from alaqat.training.reader_network import Network

State = Mapping[str, Tensor]
# What the learning rate falls to, as a share of the highest.
_LOWEST = 0.02
# Steps between two moves of the average.
_FOLLOWED = 4


def train(
    net: Network,
    examples: Sequence[Prepared],
    plan: Plan,
    judge: Callable[[Network], float],
) -> list[Epoch]:
    """Train `net` in place; it ends with the weights of the epoch that `judge` likes best."""
    torch.set_num_threads(1)
    net.share_memory()
    context = multiprocessing.get_context("fork")
    port = _free_port()
    others = [
        context.Process(target=_worker, args=(rank, port, net, examples, plan), daemon=True)
        for rank in range(1, plan.workers)
    ]
    for process in others:
        process.start()
    try:
        return _Lead(port, net, examples, plan, judge).run()
    finally:
        for process in others:  # after an early stop they wait for the next average
            process.terminate()
            process.join()
        if distributed.is_initialized():
            distributed.destroy_process_group()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class _Learner:
    """One process: its copy of the network, its share of the examples, its optimizer."""

    def __init__(
        self, rank: int, port: int, net: Network, examples: Sequence[Prepared], plan: Plan
    ) -> None:
        torch.manual_seed(plan.seed * 10 + rank)
        self.random = random.Random(plan.seed * 10 + rank)  # noqa: S311  no secret hangs on it
        self.rank, self.plan, self.examples = rank, plan, examples
        self.net = copy.deepcopy(net)
        self.learned = [one for one in self.net.parameters() if one.requires_grad]
        encoder = [one for one in self.net.encoder.parameters() if one.requires_grad]
        self.encoder = encoder
        self.optimizer = torch.optim.AdamW(
            [
                {"params": encoder, "lr": plan.encoder_rate},
                {"params": list(self.net.heads.parameters()), "lr": plan.heads_rate},
            ],
            weight_decay=0.01,
            betas=(0.9, 0.98),
            fused=True,
        )
        self.steps = max(1, len(examples) // (plan.batch * plan.workers)) * plan.epochs
        warm = max(1, self.steps // 12)

        def rate(step: int) -> float:
            if step < warm:
                return (step + 1) / warm
            return max(_LOWEST, (self.steps - step) / max(1, self.steps - warm))

        self.schedule = LambdaLR(self.optimizer, rate)
        self.done = 0
        if plan.workers > 1:
            os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(port))
            distributed.init_process_group("gloo", rank=rank, world_size=plan.workers)

    def epoch(self, number: int) -> list[list[Prepared]]:
        """The batches of this process in an epoch; every process has equally many."""
        order = list(self.examples)
        random.Random(self.plan.seed * 100 + number).shuffle(order)  # noqa: S311
        mine = order[self.rank :: self.plan.workers]
        count = self.steps // self.plan.epochs
        return list(batches(mine, self.plan.batch, self.random))[:count]

    def step(self, group: Sequence[Prepared]) -> float:
        """Learn from one batch; its loss."""
        value = loss(self.net, group, self.plan)
        self.optimizer.zero_grad()
        torch.autograd.backward(value)
        torch.nn.utils.clip_grad_norm_(self.encoder, 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.done += 1
        last = self.done == self.steps
        if self.plan.workers > 1 and (self.done % self.plan.together == 0 or last):
            self._average()
        return float(value.detach())

    def _average(self) -> None:
        flat = torch.cat([one.data.view(-1) for one in self.learned])
        distributed.all_reduce(flat)
        flat /= self.plan.workers
        place = 0
        for one in self.learned:
            one.data.copy_(flat[place : place + one.numel()].view_as(one))
            place += one.numel()


def _worker(rank: int, port: int, net: Network, examples: Sequence[Prepared], plan: Plan) -> None:
    learner = _Learner(rank, port, net, examples, plan)
    learner.net.train()
    for number in range(plan.epochs):
        for group in learner.epoch(number):
            learner.step(group)


class _Lead:
    """The first process: it also averages over steps, judges epochs and keeps the best."""

    def __init__(
        self,
        port: int,
        net: Network,
        examples: Sequence[Prepared],
        plan: Plan,
        judge: Callable[[Network], float],
    ) -> None:
        self.net, self.plan, self.judge = net, plan, judge
        self.learner = _Learner(0, port, net, examples, plan)
        self.averaged = copy.deepcopy(self.learner.net)
        self.pairs = [
            (chosen, learned)
            for chosen, learned in zip(
                self.averaged.parameters(), self.learner.net.parameters(), strict=True
            )
            if learned.requires_grad
        ]

    def run(self) -> list[Epoch]:
        """All epochs."""
        out: list[Epoch] = []
        best = float("-inf")
        for number in range(self.plan.epochs):
            self._epoch(number)
            self.averaged.eval()
            figure = self.judge(self.averaged)
            out.append(Epoch(number + 1, figure))
            if figure > best:
                best = figure
                self.net.load_state_dict(self.averaged.state_dict())
            elif number + 1 - max(out, key=lambda one: one.figure).number >= self.plan.patience:
                break
        return out

    def _epoch(self, number: int) -> None:
        self.learner.net.train()
        groups = self.learner.epoch(number)
        with tqdm(groups, desc=f"epoch {number + 1}/{self.plan.epochs}", disable=None) as bar:
            for group in bar:
                value = self.learner.step(group)
                self._follow()
                bar.set_postfix(loss=f"{value:.2f}", refresh=False)

    def _follow(self) -> None:
        """Move the average towards the learned weights; faster in the first steps."""
        done = self.learner.done
        if done % _FOLLOWED and done != self.learner.steps:
            return
        share = 1 - min(self.plan.average, (1 + done) / (10 + done)) ** _FOLLOWED
        with torch.no_grad():
            chosen, learned = zip(*self.pairs, strict=True)
            torch._foreach_lerp_(chosen, learned, share)
