"""The page in a browser: a package, so that all its tests share one."""
