"""The bill of materials names every package of the lock, and is valid CycloneDX."""

import json

from tools import licences, sbom


def test_every_package_of_the_lock_is_in_the_bill_with_its_licence():
    components = json.loads(sbom.text(sbom.bill(sbom.LOCK)))["components"]
    assert {one["name"] for one in components} == licences.named(sbom.LOCK)
    assert all(one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}" for one in components)
    assert [one["name"] for one in components if not one.get("licenses")] == []


def test_the_same_lock_gives_the_same_bill(tmp_path):
    lock = tmp_path / "lock.txt"
    lock.write_text("# a note\n-c other.txt\nNo_such.package==1.2\n")
    first, second = (sbom.text(sbom.bill(lock)) for _ in range(2))
    assert first == second
    (component,) = json.loads(first)["components"]
    assert (component["name"], component["version"]) == ("no-such-package", "1.2")


def test_the_bill_is_valid():
    # imported here since it takes seconds, which every process that collects tests would take
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(sbom.text(sbom.bill(sbom.LOCK)))
    assert problem is None
