"""A laid-out story becomes marks: one file a kind of fact."""
