from alaqat.model.pins import Pin
from alaqat.store.edition import edition
from components.view.view_state import ViewState
from components.widgets import story_exports


def test_a_story_has_a_file_of_each_format_and_the_version_of_the_store(tiny, monkeypatch):
    monkeypatch.setenv("ALAQAT_STORE", str(tiny.path.parent))
    files = story_exports.links(ViewState(lang="en"), [Pin("e", "e1", "a note")])
    assert len(files) == len(story_exports.FORMATS)
    assert all("pin=" in address for _, address in files)
    assert story_exports.version() == edition(tiny).version


def test_files_and_citation_as_a_whole(sample_view, whole):
    files = story_exports.links(
        sample_view.with_values({"pins": (Pin("e", "x"),)}), [Pin("e", "e1")]
    )
    whole("files", "\n".join(map(repr, files)))
    whole("citation", story_exports.citation("story", sample_view, "<T>"))
