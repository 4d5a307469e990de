"""The central store: receives what kiosks recorded, keeps it complete and once, and proves it."""
