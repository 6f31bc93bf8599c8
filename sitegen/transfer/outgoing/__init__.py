"""One format a module: records → the documents that others read."""
