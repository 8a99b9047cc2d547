"""What the tests of the program share: a folder for each test, and ways to run READOUT in it."""
import json
import os
import pty
import select
import struct
import subprocess
import tempfile
import termios
import fcntl
import unittest
from pathlib import Path

PROGRAM = os.environ.get("READOUT", "build/release/readout")
PROGRAM = str(Path(PROGRAM).resolve())
ROOT = Path(__file__).resolve().parent.parent.parent
RECORDS = os.environ.get("READOUT_TEST_RECORDS")
HANGS = 600  # seconds; the slowest machine with the slowest sanitizer needs some 200
PLAIN = {name: value for name, value in os.environ.items()
         if name not in ("NO_COLOR", "COLUMNS", "TERM", "POSIXLY_CORRECT", "ARGP_HELP_FMT")}
QUOTE = '"We agree," Mayor Ada Lund said.\n'


def sanitized():
    """The sanitizers take memory and calls over, so that neither can be limited or made to fail."""
    program = Path(PROGRAM).read_bytes()
    return b"__asan_init" in program or b"__tsan_init" in program


def line(**fields):
    return json.dumps(fields) + "\n"


class Case(unittest.TestCase):
    MODEL = None  # READOUT_MODEL, where it is not that of the tests

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()

    def write(self, name, content=QUOTE):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def start(self, *arguments, **options):
        for stream in ("stdin", "stdout", "stderr"):
            options.setdefault(stream, subprocess.PIPE)
        model = {"READOUT_MODEL": self.MODEL} if self.MODEL is not None else {}
        options["env"] = {**PLAIN, **model, **options.pop("env", {})}
        options.setdefault("cwd", self.folder)
        program = options.pop("program", PROGRAM)
        return subprocess.Popen([program, *map(str, arguments)], **options)

    def run_program(self, *arguments, given=b"", **options):
        """Run to the end: (exit code, standard output, standard error)."""
        process = self.start(*arguments, **options)
        try:
            out, err = process.communicate(given.encode() if isinstance(given, str) else given, timeout=HANGS)
        finally:
            process.kill()
            process.wait()
        return process.returncode, out, err.decode() if err is not None else ""

    def code(self, *arguments, exit=0, **options):
        """Run `readout code`, demand an exit code: (records, standard error)."""
        code, out, err = self.run_program("code", *arguments, **options)
        self.assertEqual(code, exit, err)
        self.keep(out)
        return [json.loads(record) for record in out.splitlines()], err

    def keep(self, out):
        """Leave some records, and no huge ones, to the test that holds them to their schema."""
        if RECORDS:
            records = [record for record in out.splitlines(keepends=True) if len(record) < 100000]
            with open(Path(RECORDS) / ("cli-%s.jsonl" % self.id().replace("__main__.", "")), "ab") as file:
                file.writelines(records[:20])

    def ids(self, *arguments, **options):
        records, err = self.code(*arguments, **options)
        return [record["id"] for record in records], err

    def on_terminal(self, *arguments, columns=60, **options):
        """Run with a terminal as standard output: (exit code, what it shows)."""
        terminal, end = pty.openpty()
        fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = self.start(*arguments, stdout=end, stdin=subprocess.DEVNULL, **options)
        os.close(end)
        shown = read_terminal(terminal)
        process.communicate(timeout=HANGS)
        return process.returncode, shown.decode().replace("\r\n", "\n")


def read_terminal(terminal):
    """All that a terminal shows until the program has closed it."""
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # how Linux says that nobody has the other end
            piece = b""
        if not piece:
            os.close(terminal)
            return shown
        shown += piece


def read_line(process):
    """A line of the program's output as soon as it is there, while the program waits for more."""
    got = b""
    while not got.endswith(b"\n"):
        ready, _, _ = select.select([process.stdout], [], [], HANGS)
        piece = os.read(process.stdout.fileno(), 65536) if ready else b""
        if not piece:
            raise AssertionError("no record came; so far %r" % got)
        got += piece
    return got


main = unittest.main
