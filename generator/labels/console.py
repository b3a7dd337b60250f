"""The words on the command line."""

from __future__ import annotations

from generator.labels.library import LibraryWords
from generator.labels.words import Words


class DiskWords(Words):
    """What the system may refuse: {path} is the file or folder it is about."""

    full: str
    too_big: str
    not_allowed: str
    busy: str
    too_long: str
    in_the_way: str
    too_many_open: str
    broken: str
    other_disk: str


class ConsoleWords(Words):
    """What the commands say, but for problems of the playbook."""

    system_says: list[str]
    """How the name of the language begins where a system says which is its own: zh_CN, Chinese_China."""
    setting: str
    """What the bar of progress counts; {by} is what prints them."""
    built: str
    """What a build has made: {count} files, {title}."""
    begun: str
    """What to do with a new playbook in {folder}."""
    left_out: str
    """What a build without sheets has not made."""
    unchanged: str
    """Where a build would make what is there already."""
    packed: str
    """How many packs were made: {count}."""
    nothing_to_pack: str
    same_paper: str
    """Every sheet is as it was in the last packs."""
    print_anew: str
    """{count} sheets, a line for each."""
    throw_away: str
    """{count} sheets, a line for each."""
    changed: str
    """Where the copies are of made files that a person had changed: {names}."""
    not_numbered: str
    not_counted: str
    """Of the {first} number that was given."""
    filled: str
    """Where filled sheets are, {path}, and how many, {count}."""
    not_earlier: str
    """{file} given as an earlier version is none."""
    no_such_id: str
    issued_before: str
    leak: str
    """With {file}, {question} and {what}."""
    leaked: dict[str, str]
    """What of a graded question was found: file, id, text, options, key."""
    """{names} that nothing has, {known} that there are."""
    no_printer: str
    no_site: str
    """{why} the site was not built."""
    no_sheet: str
    """{why} a sheet was not made."""
    not_ours: str
    """{names} in {folder} that people have put there."""
    held: str
    """{names} in {folder} that another program has open."""
    not_a_folder: str
    """{path} is a file."""
    leads_nowhere: str
    """{path} is a link to nothing."""
    holds_playbook: str
    """{path} is a link to the playbook's own folder."""
    output_full: str
    stopped: str
    shared: str
    """Where phones find the site: {addresses}, a line for each; how to stop, and who can read it."""
    nothing_to_share: str
    """Nothing was built in {folder}."""
    no_such_address: str
    """{address} is not `host:port`."""
    port_taken: str
    """{port}, and {free} to take instead."""
    not_this_machine: str
    """{host} is no address of this machine."""
    port_refused: str
    """The system gives {port} to nobody; {free} to take instead."""
    disk: DiskWords
    library: LibraryWords
