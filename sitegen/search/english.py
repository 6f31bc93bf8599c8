"""English: its stop words and stems, and which vectors and glossary go with it."""

from functools import lru_cache

from sitegen.search.english_glossary import GLOSSARY
from sitegen.search.english_situations import SITUATIONS
from sitegen.search.language import Language

VECTORS = "english.vectors"

_STOP = (
    "a about after again all also am an and any are as at be because been before being below between both "
    "but by can cannot could did do does doing don down during each else ever every few for from further "
    "get gets getting go goes going got had has have having he her here hers herself him himself his how "
    "i if in into is it its itself just let me might mine more most much must my myself no nor not now of "
    "off on once only or other our ours ourselves out over own s same shall she should so some such t "
    "than that the their theirs them themselves then there these they this those through to too under "
    "until up upon us very was we were what when where which while who whom whose why will with would you "
    "your yours yourself yourselves ll ve re d m im ive ill id dont doesnt didnt cant wont isnt arent "
    "wasnt werent havent hasnt hadnt couldnt wouldnt shouldnt thats theres whats theyre theyd theyve "
    "theyll youre youve youll hes shes were weve gonna "
)
"""Words that occur in any question. `help`, `need` and `want` are missing on purpose: titles use them with meaning."""


@lru_cache(maxsize=1)
def language() -> Language:
    """English, with Porter's second stemmer."""
    from whoosh.lang.porter2 import stem

    return Language(
        code="en",
        stop=frozenset(_STOP.split()),
        stem=lru_cache(50_000)(stem),
        glossary=GLOSSARY,
        situations=SITUATIONS,
        vectors=VECTORS,
        twin=True,
    )
