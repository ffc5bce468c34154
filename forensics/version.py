"""The version of the tool, as documents and cases carry it."""

VERSION = "0.1.0"
