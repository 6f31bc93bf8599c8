"""Situations that educators bring up, in their words, as data: the topics of a site in English.

A title continues what somebody would say; the words beside it are those in which descriptions of practice speak of it.
"""

from sitegen.search.language import Situation

SITUATIONS = (
    Situation(
        slug="giving-up",
        title="My students give up when work gets hard",
        words="give up stuck struggle persevere stamina challenge effort independence rescue wait for help",
    ),
    Situation(
        slug="silence",
        title="My students hardly talk, or only a few do",
        words="talk discussion silence raise hands answers quiet participate listen conversation voices",
    ),
    Situation(
        slug="learning-to-read",
        title="My students are still learning to read the words",
        words="decode phonics sound out words fluency oral reading letters early reader",
    ),
    Situation(
        slug="understanding-texts",
        title="My students do not understand what they read",
        words="comprehension text chapter vocabulary meaning inference passage complex texts reading",
    ),
    Situation(
        slug="not-reading",
        title="My students do not want to read",
        words="books novels independent reading choice library reluctant readers reading aloud stories",
    ),
    Situation(
        slug="writing",
        title="My students find writing hard",
        words="writing sentences paragraph essay draft writers spelling grammar revise",
    ),
    Situation(
        slug="copying",
        title="My students copy instead of thinking",
        words="copy paste plagiarism paraphrase cite cheating chatbot artificial intelligence homework essay rules",
    ),
    Situation(
        slug="mathematics",
        title="My students are lost or afraid in math",
        words="math numbers counting fractions algebra word problems mathematical mistakes confidence",
    ),
    Situation(
        slug="science",
        title="My students follow recipes instead of doing science",
        words="science experiment lab evidence investigation phenomenon models observation notebook scientist",
    ),
    Situation(
        slug="believing-everything",
        title="My students believe whatever they see online",
        words="sources credible website news misinformation internet verify fact checking media",
    ),
    Situation(
        slug="screens",
        title="My students live in their phones and group chats",
        words="phone social media group chat screen digital citizenship cyberbullying online privacy",
    ),
    Situation(
        slug="learning-english",
        title="My students are learning English",
        words="English learner newcomer multilingual home language translate bilingual language acquisition",
    ),
    Situation(
        slug="disabilities",
        title="My students need support that others do not",
        words="disability special education accommodations individualized goals autism assistive paraprofessional inclusion",
    ),
    Situation(
        slug="meltdowns",
        title="My students get angry, hurt each other or shut down",
        words="anger conflict outburst calm de-escalation trauma harm repair restorative meltdown",
    ),
    Situation(
        slug="feeling-alone",
        title="My students feel alone, worried or unseen",
        words="belonging lonely friendship feelings anxious emotions worry relationship wellbeing",
    ),
    Situation(
        slug="absence",
        title="My students are absent, or not really there",
        words="attendance absent missing sick school online class remote cameras video lesson catch up",
    ),
    Situation(
        slug="calm-room",
        title="I want a calmer room and smoother transitions",
        words="routines transitions noise line up clean up settle start of class predictable schedule",
    ),
    Situation(
        slug="rules",
        title="I want rules that students stand behind",
        words="rules agreements behavior consequences rewards fair discipline respect norms",
    ),
    Situation(
        slug="knowing-who-learned",
        title="I want to know who has understood before it is too late",
        words="check understanding exit ticket slips quiz lost formative assessment progress monitoring data reteach",
    ),
    Situation(
        slug="feedback",
        title="I want feedback that changes the next draft",
        words="feedback comments critique peer review revise conference improve work",
    ),
    Situation(
        slug="grading",
        title="I want grading to be fair, and worth the time",
        words="grades grading rubric retake gradebook points test scores portfolio failing",
    ),
    Situation(
        slug="families",
        title="I want to reach families and hear from them",
        words="families parents home visit messages conference interpreter partnership communication",
    ),
    Situation(
        slug="projects",
        title="I want projects that are more than posters",
        words="project inquiry research question exhibition posters design prototype maker product audience presentation",
    ),
    Situation(
        slug="computing",
        title="I want to teach with code, data and devices",
        words="computer programming coding algorithm debugging microcontroller spreadsheet software video technology",
    ),
    Situation(
        slug="outdoors",
        title="I want to take learning outside the building",
        words="outdoor field trip museum walk nature schoolyard community local visit garden",
    ),
    Situation(
        slug="arts",
        title="I want to teach through art, music or drama",
        words="art arts integration music drama drawing artwork image gallery looking singing sketch performance theater",
    ),
    Situation(
        slug="colleagues",
        title="I want to help colleagues grow",
        words="coaching mentor new teachers colleague observation meeting team professional learning leader principal",
    ),
    Situation(
        slug="youngest",
        title="I want to do right by the youngest",
        words="preschool kindergarten toddlers play young children early childhood blocks",
    ),
    Situation(
        slug="careers",
        title="I want to show students where school leads",
        words="career careers counselor trades interests workplace job internship employer company future plans",
    ),
    Situation(
        slug="past-and-place",
        title="I want the past to feel close",
        words="history oral history historical past civics primary sources monument elders interview",
    ),
    Situation(
        slug="many-needs",
        title="I want one lesson to work for everyone",
        words="universal design differentiate barriers options directions fast finishers accommodations plans every learner",
    ),
)
