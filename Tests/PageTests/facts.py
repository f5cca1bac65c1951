"""Facts about the site: functions whose names say what holds."""

import traceback


class Facts:
    """Collects facts, checks them and counts."""

    def __init__(self, passed=0, failed=()):
        self.passed = passed
        self.failed = list(failed)

    def check(self, name, fact, *arguments):
        """Runs a fact; an exception, an assertion's above all, means that it doesn't hold."""
        try:
            fact(*arguments)
        except Exception as error:
            self.failed.append(f"FAILED  {name}\n        {error}")
            print(self.failed[-1], flush=True)
            if not isinstance(error, AssertionError):
                traceback.print_exc()
        else:
            self.passed += 1
            print(f"ok      {name}", flush=True)

    def summary(self):
        """What failed once more, as it stands far above or is cut out of a long log."""
        return "\n".join([*self.failed, f"{self.passed} passed, {len(self.failed)} failed"])


def expect_equal(actual, expected, what):
    assert actual == expected, f"{what}: {actual!r} instead of {expected!r}"


def expect_nothing(found, what):
    found = list(found)
    shown = "; ".join(str(item) for item in found[:5])
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    assert not found, f"{what}: {shown}{more}"
