"""The Qt face: engine, pictures, controls."""
