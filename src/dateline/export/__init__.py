"""Archive or records -> what people load elsewhere, and what they look at. One module a format."""
