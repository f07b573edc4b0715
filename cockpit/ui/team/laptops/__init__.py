"""The team's laptops, and what they brought and nobody could store, for administrators."""
