"""`python -m briefkit` is the same command as `briefkit`."""

from briefkit.cli import run

if __name__ == "__main__":
    run()
