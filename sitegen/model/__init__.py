"""The nouns of a catalog: typed, frozen records that every stage speaks."""
