"""Situations that educators bring up, in their words, as data: the topics of a site in English.

A title continues what somebody would say; the words beside it are those in which descriptions of practice speak of it.
"""

from sitegen.search.language import Situation

SITUATIONS = (
    Situation(
        "giving-up",
        "My students give up when work gets hard",
        "give up stuck struggle persevere stamina challenge effort independence rescue wait for help",
    ),
    Situation(
        "silence",
        "My students hardly talk, or only a few do",
        "talk discussion silence raise hands answers quiet participate listen conversation voices",
    ),
    Situation(
        "learning-to-read",
        "My students are still learning to read the words",
        "decode phonics sound out words fluency oral reading letters early reader",
    ),
    Situation(
        "understanding-texts",
        "My students do not understand what they read",
        "comprehension text chapter vocabulary meaning inference passage complex texts reading",
    ),
    Situation(
        "not-reading",
        "My students do not want to read",
        "books novels independent reading choice library reluctant readers reading aloud stories",
    ),
    Situation(
        "writing",
        "My students find writing hard",
        "writing sentences paragraph essay draft writers spelling grammar revise",
    ),
    Situation(
        "copying",
        "My students copy instead of thinking",
        "copy paste plagiarism paraphrase cite cheating chatbot artificial intelligence homework essay rules",
    ),
    Situation(
        "mathematics",
        "My students are lost or afraid in math",
        "math numbers counting fractions algebra word problems mathematical mistakes confidence",
    ),
    Situation(
        "science",
        "My students follow recipes instead of doing science",
        "science experiment lab evidence investigation phenomenon models observation notebook scientist",
    ),
    Situation(
        "believing-everything",
        "My students believe whatever they see online",
        "sources credible website news misinformation internet verify fact checking media",
    ),
    Situation(
        "screens",
        "My students live in their phones and group chats",
        "phone social media group chat screen digital citizenship cyberbullying online privacy",
    ),
    Situation(
        "learning-english",
        "My students are learning English",
        "English learner newcomer multilingual home language translate bilingual language acquisition",
    ),
    Situation(
        "disabilities",
        "My students need support that others do not",
        "disability special education accommodations individualized goals autism assistive paraprofessional inclusion",
    ),
    Situation(
        "meltdowns",
        "My students get angry, hurt each other or shut down",
        "anger conflict outburst calm de-escalation trauma harm repair restorative meltdown",
    ),
    Situation(
        "feeling-alone",
        "My students feel alone, worried or unseen",
        "belonging lonely friendship feelings anxious emotions worry relationship wellbeing",
    ),
    Situation(
        "absence",
        "My students are absent, or not really there",
        "attendance absent missing sick school online class remote cameras video lesson catch up",
    ),
    Situation(
        "calm-room",
        "I want a calmer room and smoother transitions",
        "routines transitions noise line up clean up settle start of class predictable schedule",
    ),
    Situation(
        "rules",
        "I want rules that students stand behind",
        "rules agreements behavior consequences rewards fair discipline respect norms",
    ),
    Situation(
        "knowing-who-learned",
        "I want to know who has understood before it is too late",
        "check understanding exit ticket slips quiz tomorrow lost formative assessment progress monitoring data reteach",
    ),
    Situation(
        "feedback",
        "I want feedback that changes the next draft",
        "feedback comments critique peer review revise conference improve work",
    ),
    Situation(
        "grading",
        "I want grading to be fair, and worth the time",
        "grades grading rubric retake gradebook points test scores portfolio failing",
    ),
    Situation(
        "families",
        "I want to reach families and hear from them",
        "families parents home visit messages conference interpreter partnership communication",
    ),
    Situation(
        "projects",
        "I want projects that are more than posters",
        "project inquiry research question exhibition posters design prototype maker product audience presentation",
    ),
    Situation(
        "computing",
        "I want to teach with code, data and devices",
        "computer programming coding algorithm debugging microcontroller spreadsheet software video technology",
    ),
    Situation(
        "outdoors",
        "I want to take learning outside the building",
        "outdoor field trip museum walk nature schoolyard community local visit garden",
    ),
    Situation(
        "arts",
        "I want to teach through art, music or drama",
        "art arts integration music drama drawing artwork image gallery looking singing sketch performance theater",
    ),
    Situation(
        "colleagues",
        "I want to help colleagues grow",
        "coaching mentor new teachers colleague observation meeting team professional learning leader principal",
    ),
    Situation(
        "youngest",
        "I want to do right by the youngest",
        "preschool kindergarten toddlers play young children early childhood blocks",
    ),
    Situation(
        "careers",
        "I want to show students where school leads",
        "career careers counselor trades interests workplace job internship employer company future plans",
    ),
    Situation(
        "past-and-place",
        "I want the past to feel close",
        "history oral history historical past civics primary sources monument elders interview",
    ),
    Situation(
        "many-needs",
        "I want one lesson to work for everyone",
        "universal design differentiate barriers options directions fast finishers accommodations plans every learner",
    ),
)
