"""Makes the weights of the reader from public corpora; none of it is part of the package."""
