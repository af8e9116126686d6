"""Words by which somebody is said to say, deny, demand or allege something."""

from typing import Final

from kg.extract.lexicon.people import words

REPORTING: Final = words(
    """say tell report claim state announce add assert argue note insist declare explain allege write maintain
    assume presume signal worry show posit
    contend suggest believe think estimate reveal disclose remark comment reply respond answer recall warn
    acknowledge admit confess confirm concede testify conclude find emphasize emphasise stress point indicate hint predict
    complain boast swear reiterate affirm charge describe mention quip joke observe tweet post
    assure quote cite hold inform brief caution understand fear suspect shout object counter retort rejoin remind
    conjecture rule reckon recount fume grumble learn hear deny attest lament vow opine repeat cry muse sniff
    protest promise relate interject reason surmise expect imply slip doubt wonder suppose imagine
    accept allow rumor rumour"""
)
"""Verbs whose clause is what their subject says or holds."""

SAYING: Final = words(
    """say tell report claim state announce add assert argue note insist declare explain allege write maintain contend
    reveal remark reply respond answer recall warn acknowledge admit confirm concede testify conclude complain boast
    reckon recount fume grumble retort rejoin counter lament vow opine repeat observe joke quip predict estimate believe
    think shout point promise"""
)
"""Verbs that may stand beside what they report ("the talks, he said, had failed")."""

DENYING: Final = words(
    "deny refute rebut dispute disavow dismiss reject contest repudiate contradict discount"
)
"""Verbs by which somebody says that it is not so."""

FLATLY_DENYING: Final = words("deny refute dispute disavow repudiate")
"""Of those, the verbs that take what is denied as their plain object ("denied any deal")."""

ACCUSING: Final = words("accuse suspect blame charge indict convict fault implicate acquit clear")
"""Verbs whose "of", "for" or "with" introduces what somebody is said to have done."""

DEMANDING: Final = words(
    """urge demand ask call press pressure push request order implore exhort appeal insist beg lobby advise
    propose recommend petition beseech plead tell instruct warn caution"""
)
"""Verbs whose clause somebody else is to bring about."""

COMMITTING: Final = words("threaten vow pledge promise swear")
"""Verbs by which somebody says what he will do himself."""

WANTING: Final = words("want expect like need wish hope")
"""Verbs whose clause, with a subject of its own, is what their subject wishes or foresees."""

PURSUING: Final = words(
    "arrest rearrest detain try prosecute investigate probe question sue hunt extradite arraign summon"
)
"""Verbs whose "for" or "over" tells what somebody is thought to have done."""

SENTENCING: Final = words("sentence jail imprison fine execute hang behead")
"""Verbs whose "for" or "over" tells what a court or a regulator has found that somebody did."""

ALLEGING: Final = words("allege suspect charge")
"""Verbs whose clause their subject suspects or accuses somebody of, and does not vouch for."""

ALLEGING_NOUNS: Final = words("allegation accusation charge suspicion rumor rumour insinuation speculation")
"""Nouns of the same kind."""

ALLEGING_DOCUMENTS: Final = words("indictment complaint lawsuit suit")
"""Papers that accuse."""

ALLEGED: Final = words("alleged suspected purported supposed rumored rumoured accused")
"""Participles before a noun that is only said to be one, or to have been done."""

INVOLVEMENT: Final = words(
    "involvement role responsibility part hand knowledge complicity participation link connection wrongdoing"
)
"""What one may deny in a deed that took place."""

CALLING: Final = words(
    "call describe dismiss reject brand label denounce slam deem consider term characterize characterise decry"
)
"""Verbs by which somebody says what a report is worth."""

UNTRUE: Final = words(
    """lie lies false untrue fake baseless unfounded groundless nonsense fabrication fabricated fiction fictitious hoax
    slander libel invention absurd ridiculous rubbish propaganda disinformation misinformation smear myth bogus
    incorrect inaccurate unsubstantiated preposterous laughable rumor rumour falsehood calumny canard"""
)
"""What a report is called by those who deny it."""

VOUCHING: Final = words("confirm say claim assert allege")
"""Verbs that, refused or negated, leave open whether it is so."""

ANNOUNCING: Final = words("announce confirm report disclose reveal acknowledge admit")
"""Verbs whose object may be a noun that tells what happened ("announced the arrest of …")."""

NORMS: Final = words(
    """constitution law rule rules regulation plan schedule tradition treaty timetable budget agreement custom principle
    need ability merit age size rank standard"""
)
"""Nouns after "according to" that are no source."""

REPORT_NOUNS: Final = words(
    """report claim allegation accusation rumor rumour assertion statement suggestion charge suspicion speculation
    evidence conclusion belief testimony announcement news leak complaint denial contention insinuation notion idea
    story word proof indication sign argument warning assurance prediction account narrative theory"""
)
"""Nouns whose clause is what somebody says."""

CASES: Final = words("case defence defense position view stance")
"""Nouns that are what somebody says where they are said to be a clause ("the prosecution's case was that …")."""

DEMAND_NOUNS: Final = words("demand call request plea appeal proposal ultimatum recommendation")
"""Nouns whose clause or infinitive is what somebody asks for."""

NO_SOURCE: Final = words("evidence proof indication sign news word idea notion")
"""Of those, the nouns that tell nothing of who says it."""

HEARSAY: Final = words("reportedly allegedly purportedly supposedly apparently ostensibly")
"""Adverbs by which nobody by name says it."""

ALLEGEDLY: Final = words("allegedly purportedly supposedly")
"""Of those, the ones that do not vouch for it."""

DOCUMENTS: Final = words(
    """report statement article story document letter ruling verdict filing indictment complaint release paper
    study survey poll communique communiqué memo memorandum note notes page file dossier transcript affidavit lawsuit
    suit petition email e-mail message warrant cable diary audit judgment judgement communication database"""
)
"""What is written by somebody, and speaks for him."""

ANONYMOUS: Final = words(
    """official source people person witness aide diplomat insider observer expert resident guest
    bystander neighbour neighbor participant somebody someone everyone many some other others two three passenger
    onlooker adviser advisor staffer employee banker lawyer executive delegate trader friend waiter minister one
    man woman envoy officer associate colleague businessman analyst critic"""
)
"""Who remains without a name."""

ACCOUNTS: Final = words(
    "word words account view opinion telling judgment judgement estimate version admission count tally reckoning"
)
"""Nouns that with "by" or "in" and a possessor name a source ("by her own account")."""
