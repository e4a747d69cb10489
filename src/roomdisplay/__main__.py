"""The `roomdisplay` command, also as `python -m roomdisplay`."""

import os
import sys

from roomdisplay.shell.readahead import read_ahead


def main() -> int:
    reading = read_ahead() if sys.argv[1:2] == ["run"] else None
    from roomdisplay import cli

    if reading is not None:
        os.waitpid(reading, 0)
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
