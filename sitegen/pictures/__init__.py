"""Pictures: badge art, logos and social cards drawn from data, and the gate for what people bring."""
