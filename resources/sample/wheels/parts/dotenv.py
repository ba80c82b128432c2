"""Stand-in for python-dotenv: load_dotenv() with plain NAME=VALUE lines."""
import os


def load_dotenv(path=".env"):
    if not os.path.exists(path):
        return False
    with open(path, encoding="utf-8") as file:
        for line in file:
            name, sign, value = line.strip().partition("=")
            if sign and not name.startswith("#"):
                os.environ.setdefault(name.strip(), value.strip())
    return True
