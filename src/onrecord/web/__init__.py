"""The page to work with: a web application for one person, on their own machine."""
