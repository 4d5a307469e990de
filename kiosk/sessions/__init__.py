"""Sessions: booked runs of the experience, known by a code. Knows no face."""
