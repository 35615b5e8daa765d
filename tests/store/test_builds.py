from alaqat.store import builds


def test_the_folders_of_builds_are_those_named_as_builds(tiny, tmp_path):
    assert builds.build_folders(tiny.path.parent) == [tiny.path]
    (tmp_path / "a note").mkdir()
    assert builds.build_folders(tmp_path) == []


def test_a_folder_that_is_not_there_holds_no_builds(tmp_path):
    assert builds.build_folders(tmp_path / "none") == []
