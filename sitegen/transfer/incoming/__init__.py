"""One foreign format a module: bytes or JSON → drafts and statements. Nothing is fetched, run or believed."""
