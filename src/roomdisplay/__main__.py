import sys

from roomdisplay.cli import main

sys.exit(main())
