"""Knows the Vietnamese language and not the domain: text, order, names, numbers and dates. Import its submodules."""
