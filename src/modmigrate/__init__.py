"""modmigrate: conventional training modules in, SCORM 1.2 packages out."""
