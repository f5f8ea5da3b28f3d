"""Reads news stories and puts them on record; then checks what adds up."""
