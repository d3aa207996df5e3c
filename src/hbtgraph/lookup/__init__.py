"""Lookups from Python."""
