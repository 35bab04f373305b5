"""The example of BEYOND-ONE-BROWSER.md: a register counted into a package with DuckDB.

CHECK_PACKAGE names the program check-package; frictionless stands beside the Python that runs this. `.ci/test` sets up all of it.
"""

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

import duckdb

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

import to_parquet  # noqa: E402

REGISTER = HERE / "source/register.csv"
LEAST = 5
ROLES = {
    "Delegate": "delegate",
    "Head of delegation": "delegate",
    "Observer": "observer",
    "Invited speaker": "speaker",
    "Moderator": "chair",
    "Secretariat": "organiser",
    "Press": "press",
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8", check=False)


def aggregate(register, out, *more):
    countries = ROOT / "public/data/countries.csv"
    return run(sys.executable, "-B", HERE / "aggregate.py", register, out, "--countries", countries, *more)


def by_hand():
    """The people of each group, and the paragraphs that list them, without SQL."""
    people, paras = defaultdict(set), defaultdict(set)
    for row in rows(REGISTER):
        group = (row["meeting"], row["country"], ROLES[row["role"]])
        people[group].add(row["person"])
        paras[group].add(int(row["para"]))
    return {group: len(found) for group, found in people.items()}, paras


class Beyond(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.room = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.room.cleanup)
        folder = Path(cls.room.name)
        parquet = folder / "register.parquet"
        to_parquet.main(str(REGISTER), str(parquet))
        cls.parquet = parquet
        cls.packages = {}
        for name, register in [("csv", REGISTER), ("parquet", parquet)]:
            cls.packages[name] = folder / name
            told = aggregate(register, cls.packages[name])
            assert told.returncode == 0, told.stderr

    def tables(self, name):
        """The table of each package, which is the same of both kinds of source."""
        found = [rows(package / f"{name}.csv") for package in self.packages.values()]
        self.assertEqual(found[0], found[1])
        return found[0]

    def test_csv_and_parquet_give_the_same_files(self):
        files = {
            name: {path.name: path.read_bytes() for path in package.iterdir()} for name, package in self.packages.items()
        }
        self.assertEqual(files["csv"], files["parquet"])
        self.assertEqual(
            sorted(files["csv"]),
            [
                "attendance.csv",
                "countries.csv",
                "datapackage.json",
                "events.csv",
                "paragraphs.csv",
                "participation.csv",
                "places.csv",
            ],
        )

    def test_the_counted_tables_are_as_they_are_kept(self):
        for kept in sorted((HERE / "expected").iterdir()):
            for package in self.packages.values():
                self.assertEqual((package / kept.name).read_text("utf-8"), kept.read_text("utf-8"), kept.name)

    def test_every_group_has_a_row_and_every_stated_count_is_that_of_its_people(self):
        people, _ = by_hand()
        table = self.tables("attendance")
        groups = [(row["event"], row["country"], row["role"]) for row in table]
        self.assertEqual(sorted(groups), sorted(people))
        stated = {group: int(row["count"]) for group, row in zip(groups, table) if row["count"]}
        self.assertEqual(stated, {group: people[group] for group in stated})
        self.assertLess(len(stated), len(people), "some are not stated, or the rest of this proves nothing")
        self.assertLess(len(people), len(rows(REGISTER)), "people are listed on several days")

    def test_the_totals_are_the_number_of_different_people_at_each_meeting(self):
        people = defaultdict(set)
        for row in rows(REGISTER):
            people[row["meeting"]].add(row["person"])
        totals = {row["event"]: row["value"] for row in self.tables("participation") if row["event"]}
        expected = {meeting: len(found) for meeting, found in people.items()}
        self.assertEqual(totals, {m: str(n) if LEAST <= n else "" for m, n in expected.items()})
        whole = [row for row in self.tables("participation") if not row["event"]]
        self.assertEqual([row["value"] for row in whole], [str(sum(n for n in expected.values() if LEAST <= n))])
        named = sorted(whole[0]["derived"].split(" + "))
        self.assertEqual(named, sorted(f"people-{m}" for m, n in expected.items() if LEAST <= n))

    def test_no_number_is_stated_of_few_people_and_none_follows_from_the_others(self):
        people, _ = by_hand()
        totals = {row["event"]: row["value"] for row in self.tables("participation")}
        hidden = defaultdict(list)
        for row in self.tables("attendance"):
            group = (row["event"], row["country"], row["role"])
            if row["count"]:
                self.assertGreaterEqual(int(row["count"]), LEAST)
            else:
                hidden[row["event"]].append(people[group])
        self.assertEqual(sorted(hidden), ["annual-meeting", "small-circle", "spring-talks"])
        for meeting, counts in hidden.items():
            if totals[meeting]:
                self.assertGreaterEqual(len(counts), 2, meeting)
                self.assertGreaterEqual(sum(counts), LEAST, meeting)

    def test_what_is_not_stated_is_an_empty_cell_and_never_zero(self):
        self.assertNotIn("0", [row["count"] for row in self.tables("attendance")])
        self.assertNotIn("0", [row["value"] for row in self.tables("participation")])

    def test_each_number_cites_every_paragraph_that_lists_its_people(self):
        _, paras = by_hand()
        for row in self.tables("attendance"):
            group = (row["event"], row["country"], row["role"])
            self.assertEqual(row["source"], ";".join(str(para) for para in sorted(paras[group])), group)

    def test_each_meeting_lasts_from_its_first_listed_day_to_its_last(self):
        days = defaultdict(set)
        for row in rows(REGISTER):
            days[row["meeting"]].add(row["day"])
        held = {row["id"]: (row["start"], row["end"]) for row in self.tables("events")}
        self.assertEqual(held, {meeting: (min(found), max(found)) for meeting, found in days.items()})

    def test_nobody_can_be_found_in_the_package(self):
        persons = {row["person"] for row in rows(REGISTER)}
        for name in ["attendance", "events", "participation"]:
            table = self.tables(name)
            self.assertNotIn("person", table[0])
            self.assertFalse(persons & {cell for row in table for cell in row.values()}, name)

    def test_another_least_count_states_and_hides_others(self):
        with tempfile.TemporaryDirectory() as folder:
            told = aggregate(REGISTER, folder, "--least", "1")
            self.assertEqual(told.returncode, 0, told.stderr)
            people, _ = by_hand()
            found = {(r["event"], r["country"], r["role"]): r["count"] for r in rows(Path(folder) / "attendance.csv")}
            self.assertEqual(found, {group: str(count) for group, count in people.items()})

    def test_version_and_day_stand_in_the_descriptor(self):
        with tempfile.TemporaryDirectory() as folder:
            told = aggregate(self.parquet, folder, "--version", "1.1.0", "--created", "2026-07-01")
            self.assertEqual(told.returncode, 0, told.stderr)
            package = json.loads((Path(folder) / "datapackage.json").read_text("utf-8"))
        self.assertEqual((package["version"], package["created"]), ("1.1.0", "2026-07-01T00:00:00Z"))

    def test_a_register_in_several_files_is_one_register(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            for year, where in [("first", "day < DATE '2024-06-30'"), ("second", "day >= DATE '2024-06-30'")]:
                duckdb.read_parquet(str(self.parquet)).filter(where).write_parquet(str(folder / f"{year}.parquet"))
            told = aggregate(folder / "*.parquet", folder / "out")
            self.assertEqual(told.returncode, 0, told.stderr)
            for kept in (HERE / "expected").iterdir():
                self.assertEqual((folder / "out" / kept.name).read_text("utf-8"), kept.read_text("utf-8"))

    def test_a_register_that_cannot_be_counted_so_is_told_and_not_written(self):
        header = "person,day,meeting,place,country,role,para"
        for row, told in [
            ("1,2024-03-04,spring-talks,nairobi,KEN,Guest,12", "spring-talks: a role that views.sql does not name"),
            ("1,2024-03-04,other-talks,nairobi,KEN,Press,12", "other-talks: a meeting that the table of meetings does not have"),
            ("1,2024-03-04,spring-talks,suva,KEN,Press,12", "spring-talks: a meeting in two places"),
            ("1001,2024-03-05,spring-talks,nairobi,KEN,Press,12", "spring-talks: a person under two roles or countries"),
            (",2024-03-04,spring-talks,nairobi,KEN,Press,12", "spring-talks: people without a number, a day or a paragraph"),
        ]:
            with self.subTest(told), tempfile.TemporaryDirectory() as folder:
                register = Path(folder) / "register.csv"
                text = REGISTER.read_text("utf-8")
                self.assertTrue(text.startswith(header))
                register.write_text(f"{text}{row}\n", "utf-8")
                outcome = aggregate(register, Path(folder) / "out")
                self.assertEqual((outcome.returncode, outcome.stderr), (1, f"{told}\n"))
                self.assertFalse((Path(folder) / "out").exists())

    def test_a_meeting_of_which_nobody_is_listed_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            register = Path(folder) / "register.csv"
            lines = REGISTER.read_text("utf-8").splitlines(keepends=True)
            register.write_text("".join(line for line in lines if "small-circle" not in line), "utf-8")
            outcome = aggregate(register, Path(folder) / "out")
            self.assertEqual(outcome.stderr, "small-circle: a meeting of which the register lists nobody\n")

    def test_check_package_finds_no_error(self):
        for package in self.packages.values():
            outcome = run(os.environ["CHECK_PACKAGE"], "--strict", package)
            self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)
            self.assertIn("errors: 0, warnings: 0", outcome.stdout)

    def test_frictionless_finds_the_package_valid(self):
        for package in self.packages.values():
            outcome = run(Path(sys.executable).parent / "frictionless", "validate", package / "datapackage.json")
            self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)

    def test_the_guide_shows_what_is_run_and_what_comes_out(self):
        guide = (ROOT / "BEYOND-ONE-BROWSER.md").read_text("utf-8")
        shown = re.findall(r"```(\w+)\n(.*?)```", guide, re.DOTALL)
        statements = "\n".join(path.read_text("utf-8") for path in sorted((HERE / "sql").iterdir()))
        written = {"sql": statements, "csv": "\n".join(p.read_text("utf-8") for p in sorted(HERE.glob("*/*.csv")))}
        for kind, text in written.items():
            blocks = [block for fence, block in shown if fence == kind]
            self.assertTrue(blocks, kind)
            for block in blocks:
                self.assertIn(block, text)


if __name__ == "__main__":
    unittest.main()
