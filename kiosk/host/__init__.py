"""What a host can do: the hidden way in, the PINs, the menu, the scenario that is on, and how the kiosk is doing."""
