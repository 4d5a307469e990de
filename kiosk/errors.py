"""What can go wrong that is not our bug."""


class KnownError(Exception):
    """Something that the user or the world did. Its text is one sentence that says what to do about it."""
