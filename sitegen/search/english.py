"""English: stop words, stems, and what schools' short forms stand for."""

from functools import lru_cache

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

GLOSSARY = {
    "504": "accommodations plan disability",
    "aac": "augmentative alternative communication",
    "aces": "adverse childhood experiences trauma",
    "adhd": "attention deficit hyperactivity",
    "ai": "artificial intelligence",
    "ap": "advanced placement",
    "asd": "autism spectrum",
    "asl": "american sign language",
    "bip": "behavior intervention plan",
    "cbe": "competency based education",
    "cer": "claim evidence reasoning",
    "chatgpt": "artificial intelligence chatbot",
    "chatbot": "artificial intelligence",
    "clt": "cognitive load theory",
    "cra": "concrete representational abstract",
    "crt": "culturally responsive teaching",
    "cs": "computer science",
    "cte": "career technical education",
    "ebd": "emotional behavioral disorder",
    "ece": "early childhood education",
    "el": "english learner",
    "ela": "english language arts",
    "eld": "english language development",
    "ell": "english language learner",
    "ells": "english language learners",
    "els": "english learners",
    "esl": "english second language",
    "esol": "english speakers other languages",
    "esy": "extended school year",
    "eq": "essential question",
    "fape": "free appropriate public education disability",
    "fba": "functional behavior assessment",
    "hw": "homework",
    "iep": "individualized education program disability goals",
    "ieps": "individualized education program disability goals",
    "lep": "limited english proficiency",
    "lms": "learning management system",
    "lre": "least restrictive environment inclusion",
    "ltel": "long term english learner",
    "ml": "multilingual learner",
    "mls": "multilingual learners",
    "mll": "multilingual learner",
    "mlls": "multilingual learners",
    "mtss": "multi tiered system supports intervention progress monitoring",
    "ngss": "next generation science standards",
    "oer": "open educational resources",
    "ot": "occupational therapy",
    "para": "paraprofessional aide",
    "paras": "paraprofessional aides",
    "pbis": "positive behavior interventions supports",
    "pbl": "project based learning",
    "pd": "professional development",
    "pe": "physical education",
    "pk": "preschool",
    "plc": "professional learning community team",
    "plcs": "professional learning community teams",
    "prek": "preschool",
    "pta": "parent teacher association families",
    "pto": "parent teacher organization families",
    "rj": "restorative justice",
    "rti": "response intervention progress monitoring",
    "sbg": "standards based grading",
    "sdi": "specially designed instruction disability",
    "sel": "social emotional learning feelings",
    "sife": "students interrupted formal education newcomer",
    "siop": "sheltered instruction english learners",
    "slife": "students limited interrupted formal education newcomer",
    "slp": "speech language pathologist",
    "sor": "science reading phonics",
    "sped": "special education disability",
    "sst": "student support team",
    "ssr": "sustained silent reading",
    "tbi": "traumatic brain injury",
    "tdq": "text dependent question",
    "tk": "transitional kindergarten",
    "udl": "universal design learning",
    "wbl": "work based learning",
}
"""Short forms that teachers use, with words that documents use instead. A catalog may add its own."""


@lru_cache(maxsize=1)
def language() -> Language:
    """English, with Porter's second stemmer."""
    from whoosh.lang.porter2 import stem

    return Language(
        code="en",
        stop=frozenset(_STOP.split()),
        stem=lru_cache(50_000)(stem),
        glossary=GLOSSARY,
        vectors=VECTORS,
    )
