"""What only an issuer's own machine does: keep private keys, sign awards and status lists. The build never imports it."""
