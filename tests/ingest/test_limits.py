"""The size to which an archive may unpack."""

import pytest

from alaqat.ingest import limits


@pytest.mark.parametrize(("packed", "unpacked"), [
    (0, 10 * limits.MIB), (limits.MIB, 110 * limits.MIB), (1 << 40, 16 * 1024 * limits.MIB),
])  # fmt: skip
def test_an_archive_unpacks_to_a_hundred_times_its_size_beyond_ten_megabytes(packed, unpacked):
    assert limits.max_unpacked(packed) == unpacked
