"""The web server inside the kiosk: serves a zone's iPads and takes what is done on them. Knows no Qt."""
