"""A stand-in for `python -m alaqat`: tells what its arguments say, as fast or as slowly as they say."""

import json
import sys
import time


def tell(**line):
    print(json.dumps(line), flush=True)


name, *rest = sys.argv[1:]
if name == "slow":
    tell(kind="read", done=1, of=2, name="first")
    time.sleep(60)
elif name == "broken":
    print("no JSON at all\n[1]", flush=True)
    print("Traceback …\nValueError: broken", file=sys.stderr)
    sys.exit(2)
elif name == "refusing":
    tell(kind="failed", message="the store is being written by another process")
    print("the same on standard error", file=sys.stderr)
    sys.exit(2)
elif name == "loud":
    print("x" * 200_000 + "\n" + "last words", file=sys.stderr)
    tell(kind="done")
else:
    for number in (1, 2):
        tell(kind="annotate", done=number, of=2, name=f"article {number}")
    refused = ["<i>a</i>.txt: is empty"]
    tell(
        kind="done",
        build="b",
        articles=3,
        added=2,
        copies=[],
        refused=refused,
        removed=[],
        warnings=[],
        given=rest,
    )
