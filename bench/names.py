"""The names in a made-up catalog: places, organizations, fields of practice, and the words of forms."""

PLACES = (
    "Aldermoor", "Bramley Ford", "Cutler Bay", "Dunmere", "Eastfold", "Fallow Creek", "Greywater", "Hollin Gap",
    "Ivybridge Flats", "Juniper Point", "Kestrel Hill", "Lantern Cove", "Marrow Lake", "Netherby", "Ostrander",
    "Pellow Springs", "Quillfeather", "Redshank", "Sallow Grove", "Tarnby", "Umberfield", "Vesper Falls",
    "Wickering", "Yarrow Bend", "Zephyr Mills", "Ashlar", "Birchwold", "Candlewick", "Drover Plains",
    "Elmstead Reach", "Foxglove", "Gannet Sound", "Harrowgate Notch", "Inkwell", "Jessamine", "Kirtle",
    "Longacre", "Mossbank", "Northing", "Orrin", "Plover Neck", "Rushlight", "Stonecrop", "Thornwick", "Willet",
)  # fmt: skip
KINDS = (
    ("Teaching Collective", "Teacher-led nonprofit"), ("School District", "School district"),
    ("Literacy Council", "Nonprofit council"), ("College of Education", "College"), ("Museum", "Museum"),
    ("Library Network", "Library network"), ("Makers Guild", "Guild"),
    ("County Office", "County office of education"), ("Family Alliance", "Family organization"),
)  # fmt: skip
AREAS = (
    "Arts Integration", "Assessment for Learning", "Assistive Technology", "Career Connections",
    "Civic Learning", "Classroom Climate", "Classroom Talk", "Coaching", "Community Science", "Computing",
    "Data Literacy", "Digital Citizenship", "Early Childhood", "Early Numeracy", "English Learners",
    "Family Partnership", "Feedback", "Fractions", "Games and Play", "Grading", "Health and Movement",
    "History", "Home Languages", "Inquiry", "Leadership", "Library Skills", "Making", "Mentoring", "Music",
    "Outdoor Learning", "Portfolios", "Reading Foundations", "Restorative Practice", "Science Talk",
    "Social Learning", "Special Education", "Student Voice", "Transitions", "Universal Design", "Writing",
)  # fmt: skip
HUES = (
    "pine", "teal", "ocean", "indigo", "violet", "plum", "rose", "brick", "amber", "olive", "slate", "cocoa",
)  # fmt: skip
GLYPHS = (
    "book", "pen", "speech", "numbers", "shapes", "flask", "leaf", "chart", "chip", "palette", "music", "globe",
)  # fmt: skip
AUDIENCES = {
    "classroom-teacher": "Classroom teachers", "new-teacher": "New teachers",
    "paraprofessional": "Paraprofessionals", "counselor": "Counselors", "librarian": "School librarians",
    "coach": "Coaches", "school-leader": "School leaders",
}  # fmt: skip
GRADES = {"k-2": "K–2", "3-5": "Grades 3–5", "6-8": "Grades 6–8", "9-12": "Grades 9–12", "adult": "Adults"}
KINDS_OF_EVIDENCE = {
    "plan": "A lesson or unit plan", "student-work": "Samples of student work", "video": "A video of practice",
    "photos": "Photos or screenshots", "observation": "Observation notes", "data": "Results or other data",
    "materials": "Teaching materials", "messages": "Messages or agendas", "reflection": "A written reflection",
}  # fmt: skip
LANGUAGES = {"en": "English", "es": "Spanish", "fr": "French", "so": "Somali"}
LEVELS = ("Meets the standard", "Almost there", "Not yet")
SITE = {
    "name": "Bench Catalog",
    "tagline": "Micro-credentials made up to measure how fast a catalog is built.",
    "base_url": "https://catalog.example.org",
    "footer": "Every organization, person and credential here is invented.",
}
REPOSITORY = "https://github.com/example/bench-catalog"
