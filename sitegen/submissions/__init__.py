"""The road from a response to a decision: what came in through forms, how it was judged, and what its sender is told."""
