"""config.yaml → validated settings. It holds names of secrets, never secrets."""
