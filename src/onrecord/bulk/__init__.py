"""Corpora: hundreds of millions of stories become tables, on one machine or on a cluster."""
