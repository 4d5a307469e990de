"""What an author sees while writing: one activity in the real shell, its faults beside it, its ways below it."""
