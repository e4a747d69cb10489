"""The panel API, version 1. `wire` says what travels, `endpoints` what can be asked; `openapi` is made from both."""
