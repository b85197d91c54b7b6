"""Land, countries and seas: the base map and what is cut from it."""
