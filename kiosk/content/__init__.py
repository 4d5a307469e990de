"""The content: strict YAML to frozen models to decks, with every fault found on the way."""
