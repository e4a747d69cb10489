"""One folder for each outside system. Its errors and shapes are translated there and nowhere else."""
