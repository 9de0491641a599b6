"""Findings, as a person, a machine or a pull request reads them: one file per format, each with `report(...)`."""
