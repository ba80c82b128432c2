#!/bin/bash
# Inicia o registro de modelos.
exec python -u /usr/local/bin/registry.py
