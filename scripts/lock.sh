#!/usr/bin/env bash
# Writes requirements.lock: every package that the two commands install, with its hashes, for Python 3.11 on.
# Needs uv on the PATH. Run it after the dependencies in pyproject.toml change.
set -euo pipefail
cd "$(dirname "$0")/.."
uv pip compile pyproject.toml --group dev --python-version 3.11 --universal --generate-hashes \
  --no-emit-index-url --no-header --quiet --output-file requirements.lock
sed -i '1i # Written by scripts/lock.sh from pyproject.toml.' requirements.lock
