"""The demonstration: invented cases at several stages, made by the services themselves, so that nothing is faked."""
