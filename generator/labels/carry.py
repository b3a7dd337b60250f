"""The records of the words with which a workbook or a list is carried over."""

from __future__ import annotations

from generator.labels.words import Words


class RefusedWords(Words):
    """Why a file or a map is not read, and what to do; {file} is the file."""

    no_file: str
    a_folder: str
    empty: str
    too_big: str
    """{megabytes}"""
    broken: str
    hostile: str
    password: str
    old_excel: str
    numbers: str
    open_document: str
    binary: str
    web_page: str
    not_a_table: str
    no_workbook: str
    too_many_members: str
    swells: str
    """{megabytes}"""
    too_many_cells: str
    """{cells}"""
    too_many_lines: str
    """{lines}"""
    too_much_text: str
    """{millions} of characters."""
    long_cell: str
    """{most} characters."""
    no_books: str
    newer_kind: str
    no_figures: str
    map_broken: str
    """{line}"""
    map_not_utf8: str
    map_without_columns: str
    map_unknown_key: str
    """{key}, {known}"""
    map_heads: str
    """{said}"""
    map_dates: str
    """{said}, {known}"""
    map_choices: str
    map_no_text: str
    """{where}"""
    map_workbook: str
    """{said}, {known}"""
    map_language: str
    """{said}, {known}"""
    map_takes_nothing: str
    map_without: str
    """The sheet {part} is nothing without lines on {needed}."""
    map_without_needed: str
    """{ours}, {head}"""
    no_such_sheet: str
    """{sheet}, {known}"""
    no_such_column: str
    """{ours}, {known}"""
    no_such_head: str
    """{head}, {row}, {known}"""
    mapped_twice: str
    """{ours}, {one}, {two}"""


class NoteWords(Words):
    """Why a place is named."""

    formula: str
    formula_as_text: str
    error: str
    error_kept: str
    rounded: str
    figures_lost: str
    text_for_day: str
    text_for_time: str
    text_for_number: str
    text_made_number: str
    choice_gone: str
    column_gone: str
    table_gone: str
    column_added: str
    sheet_added: str
    comment: str
    typed_over: str
    number_moved: str
    figure_differs: str
    no_number: str
    no_such_choice: str
    number_for_day: str
    which_order: str
    short_year: str
    no_year: str
    no_day: str
    no_time: str
    consent_without_day: str
    stop_without_day: str
    missing: str
    heads_again: str
    same_phone: str
    same_phone_differs: str


class DraftWords(Words):
    """What the draft of a map says beside its entries."""

    intro: str
    """Several lines; {file}, {title}."""
    sheet: str
    """{others}: the other sheets."""
    heads: str
    dates: str
    columns: str
    filled: str
    """{column} and in how many lines it has something: {count}."""
    choices: str
    ours: str


class CarryWords(Words):
    """What `playbook carry` says."""

    also_called: dict[str, list[str]]
    """By our column, `person.name`: what people call it in lists of their own."""
    nothing: list[str]
    """What is written for “no”, in small letters."""
    not_asked: str
    """What stands under “how” with whoever has no consent on record."""
    refused: RefusedWords
    notes: NoteWords
    draft: DraftWords
    place: str
    """{sheet}, {column}"""
    note: str
    """{place}, {why}, {rows}: taken as it stands."""
    note_left: str
    """The same: not taken."""
    row: str
    """{row}, {said}"""
    row_alone: str
    """{row}"""
    row_other: str
    """{row} and the {other} it is like."""
    rows_join: str
    more: str
    """The other {rows}, by number."""
    carried: str
    """{file} that was made, {old} it came from."""
    lines: str
    """{sheet}, {count}"""
    counted: str
    """{count} figures of {month} were taken from {file}."""
    many: str
    """More than {most} lines on one sheet."""
    left: str
    """{count} places stand on the sheet {tab}."""
    all_fits: str
    open_first: str
    """Open and save it once, so that what follows is reckoned."""
    is_open: str
    """{file} is open in another program."""
    macros: str
    links: str
    drafted: str
    """{map} was written; {command} comes next."""
    read: str
    """{rows} that were read at {place}."""
    hidden: str
    """{count} rows that her program hides."""
    unmapped: str
    """{names}"""
    not_asked_count: str
    """{count} people without a consent on record."""
    write_next: str
    """Nothing is written yet; {command} writes it."""
