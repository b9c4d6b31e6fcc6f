"""English: the only place that names its dependency labels and function words."""
