"""The next release beside the current one, from a signed bundle: checked, built, switched to, tried, and given up again
where it is not well."""
