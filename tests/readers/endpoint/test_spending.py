import pytest

from alaqat.readers.endpoint.spending import Budget, BudgetSpent, Estimate


def test_a_budget_may_be_used_up_to_its_last_token():
    budget = Budget(100)
    budget.reserve(40)
    budget.reserve(60)
    with pytest.raises(BudgetSpent, match="100 used, 1 needed"):
        budget.reserve(1)


def test_what_was_reserved_and_not_used_is_free_again():
    budget = Budget(100)
    budget.reserve(100)
    budget.settle(100, 30)
    budget.reserve(70)
    assert budget.used == 100


def test_without_a_limit_nothing_is_refused_and_all_is_counted():
    budget = Budget()
    budget.reserve(10**9)
    assert budget.used == 10**9


def test_an_estimate_costs_what_its_tokens_cost_by_the_million():
    both = Estimate(1, 500_000, 100_000) + Estimate(2, 500_000, 100_000)
    assert (both, both.cost(2.0, 10.0)) == (Estimate(3, 1_000_000, 200_000), 4.0)
