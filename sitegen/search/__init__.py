"""A question → the credentials that answer it: words and meaning, on the machine that asks, with no server.

`language` and `english` know words, `vectors` what they mean, `index` the documents, `query` and `terms` a question,
`ranking` the order of the answers and why, `evaluation` how good that order is. Nothing here reads content or prints.
"""
