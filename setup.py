"""Finds the packages. All else about the project is in pyproject.toml, which cannot say that one stands elsewhere."""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["declparse", "declparse.*"]), "declparse.grammar"])  # which is in grammar/
