"""How fast and how small: `make bench`. Every figure is measured in the same run as what it stands beside."""
