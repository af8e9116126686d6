"""Verbs and nouns that decide whose a role is: control, support verbs, quantities."""

OBJECT_CONTROL = frozenset(
    """urge ask order tell force press pressure push persuade convince allow permit help invite encourage instruct
    request require advise compel authorize authorise task assign appoint choose name elect hire lead cause enable
    leave get warn pay bring send accuse want expect believe say direct implore exhort beg lobby coax goad
    oblige train teach nominate petition summon pick select tap recruit install designate deploy entrust delegate retain
    contract commission prompt spur motivate tempt induce entice incite provoke""".split()
)
"""Verbs whose object is the subject of the clause that follows it."""

GRANTING = frozenset("give grant allow leave hand".split())
"""Verbs whose recipient does what the infinitive after their object tells ("gave Chad a week to leave")."""

GRANTED = frozenset(
    """permission leave mandate order instruction right chance opportunity time money power authority authorization
    authorisation deadline ultimatum minute hour day week month year reason freedom license licence clearance consent
    warrant mission task job""".split()
)
"""Objects of such verbs that the recipient is to use; an offer or a promise is the giver's."""

BARE_INFINITIVE = frozenset("let make have help see watch hear".split())
"""Verbs whose clause needs no "to" ("let them go")."""

AGAINST = ("against", "with", "to", "on", "from", "at")
"""Prepositions of whom a threatened deed would hurt."""

INSISTING = frozenset("insist ask order propose suggest instruct".split())
"""Verbs whose that-clause is a demand only where it is in the subjunctive ("insisted that he leave")."""

CALLING = frozenset("call appeal plead press push lobby rely count look prevail lean".split())
"""Verbs whose object stands after a preposition and is the subject of the clause ("called on Peru to leave")."""

ASKING_OF = frozenset("call appeal plead prevail lean".split())
"""Those of them that have no passive without the preposition ("called on Peru")."""

NAMING = frozenset("call name title dub brand label nickname entitle christen style".split())
"""Verbs whose participle tells a name ("a gang, called the Lions")."""

TWO_OBJECTS = frozenset(
    """give offer pay award grant hand send deny promise ask teach tell show owe lend charge fine allot assign
    allow refuse spare bequeath leave sell bring elect appoint vote""".split()
)
"""Verbs whose participle may still have an object ("Lee, awarded the Nobel Prize")."""

PREPOSITIONAL_CONTROL = frozenset(
    """accuse blame suspect convict charge stop prevent prohibit pressure force talk persuade bar praise criticize
    condemn sanction punish congratulate acquit clear indict arrest detain thank fault deter keep coax push press
    implicate bully goad warn caution advise sentence jail imprison fine try prosecute denounce rebuke blast slam
    castigate hail commend applaud laud forgive fire sack dismiss expel suspend dissuade discourage restrain remove
    oust depose fault reprimand chide scold censure berate upbraid reproach chastise reward honor honour decorate
    ban disqualify demote disown cite want hunt investigate probe question execute hang behead extradite rearrest
    arraign summon sue flog exile""".split()
)
"""Verbs whose object is the subject of a gerund after a preposition ("accused him of taking bribes")."""

CHARGING = frozenset(
    """charge accuse convict suspect indict try sentence jail imprison prosecute acquit clear blame arrest detain
    rearrest arraign fine execute hang""".split()
)
"""Verbs whose object has done, as they say, what a noun after "of", "for", "with" or "over" tells ("tried for murder")."""

CHARGES = frozenset(
    "conviction trial indictment prosecution sentence acquittal arrest retrial extradition".split()
)
"""Nouns whose possessor has done, as is said, what follows their "for" or "over" ("her trial for the murder of")."""

UNDERGOING = frozenset("serve face await receive get stand".split())
"""Verbs whose subject has done what such a noun is about ("serves a sentence for")."""

CAUSING = frozenset(("have", "get", "order"))
"""Verbs whose subject brings about what is done to their object ("had him arrested", "ordered him freed")."""

WANTING = frozenset("want need".split())
"""Verbs whose subject would have it done by others ("wants him tried")."""

SUPPORT_VERBS = frozenset(
    """have hold make give take launch conduct begin start open resume continue pursue carry mount stage lead do
    put exert express voice pledge reiterate offer extend provide lend reach sign strike conclude ink clinch
    seal finalize announce issue level file bring impose slap keep renew order wage deliver pay show declare
    repeat maintain enter undertake perform step intensify end suspend break restart complete run initiate
    sponsor throw receive win earn increase raise reaffirm send throw cut use withdraw deepen agree publish
    enjoy refuse deny reject seek want demand plan propose consider include discuss schedule expect rule approve back
    call cancel postpone commence unleash perpetrate orchestrate commit spearhead escalate""".split()
)
"""Verbs whose subject is the possessor of the event noun that is their object ("held talks")."""

JUDGING = frozenset(
    """oppose support welcome criticise criticize condemn denounce endorse applaud praise question fear
    decry slam defend protest dislike hate deplore attack block veto thwart foil stop halt prevent
    disclose reveal uncover report leak learn know see hear""".split()
)
"""Verbs whose subject is rather not whose plan is their object ("opposes the plan to arrest O")."""

SUPPORT_PREPOSITIONS = frozenset("in into at on to for from".split())
STATE_VERBS = frozenset(
    """be remain stay engage enter go get come return sit participate take begin start join move arrive travel
    spend""".split()
)

MOTIVES = frozenset("protest praise support solidarity defence defense".split())
"""Nouns that after "in" say what somebody does something for or against ("marched in support of")."""

PROMPTS = frozenset(
    "request behest urging insistence prompting instigation order instruction advice command".split()
)
"""Nouns that after "at" or "on" say who made somebody do something ("arrested him at the request of")."""

ENTANGLING = frozenset("lock embroil involve engage mire entangle engulf".split())
"""Verbs whose passive says in what somebody is ("locked in a feud with")."""

OCCASIONS = frozenset("at during after before on following under".split())
"""Prepositions of an event in which the subject of the clause takes part ("at talks with", "during a visit to")."""

JOURNEYS = frozenset("visit trip tour journey pilgrimage stopover call return".split())
"""What one is "on" while something happens."""

WISHING = frozenset("call push press appeal plead hope wait ask lobby prepare agree".split())
"""Verbs whose subject would also do what it wishes for ("called for talks with")."""

QUANTITIES = frozenset(
    """number majority hundred thousand dozen score ten million handful pair couple rest part half most some all both
    one two three four five several many each any either none round series wave string set kind sort type spate flurry
    package piece form remnant section bulk lot share scores hundreds thousands dozens rounds campaign act exchange
    batch hour day week month year decade area outskirt suburb enclave stretch""".split()
)
"""Nouns that stand for what follows their "of" ("hundreds of protesters", "a round of talks", "the area of Mosul")."""

SUMS = frozenset("million billion trillion worth dollar euro pound percent".split())
"""Nouns that count what follows their "in" or "of" ("$2 million in aid", "$4 million worth of arms")."""

CURRENCIES = frozenset(
    """dollar euro pound cent penny penni yen yuan renminbi rouble ruble franc lira peso rupee rial riyal reais dinar
    dirham shekel shilling rand naira cedi krone krona kroner kronor zloty forint baht won ringgit rupiah taka dong
    lempira quetzal bolivar guarani hryvnia tenge som birr kwacha pula kuna lev leu""".split()
)
"""Nouns that count money."""

ASKED_OF_OTHERS = frozenset("request demand call appeal plea order petition application bid".split())
"""Nouns whose infinitive somebody other than their possessor is to bring about ("Peru's request to extradite him")."""

ASKED_TO = frozenset(
    "ultimatum order appeal call plea request demand warning invitation instruction directive message".split()
)
"""Nouns behind which "to" brings somebody who is to do something."""

ANSWERING = frozenset(
    "accept reject refuse grant approve deny decline turn ignore rebuff dismiss heed honor honour".split()
)
"""Verbs whose subject is asked to do what their object asks ("turned down a request to extradite him")."""

ASKING = frozenset("demand request ask call urge appeal press push plead lobby seek await".split())
"""Verbs whose object or "for" is what somebody else is to do ("demanded his release")."""

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december morning afternoon evening night weekend""".split()
)
"""Nouns that with a preposition say when, and are no argument of it ("on Friday lifted sanctions on Chad")."""

CIRCUMSTANTIAL = frozenset(
    "lieu hope aim order view bid effort attempt intention purpose verge brink talk negotiation discussion".split()
)
"""Nouns that after a preposition say what the subject of the clause does it for ("in the hope of", "in order to")."""

DOCUMENTS = frozenset(
    """report statement article story document letter ruling verdict filing indictment complaint release paper study
    survey memo communique message resolution declaration speech note post tweet lawsuit petition decree""".split()
)
"""Nouns whose makers do what the participle after them says ("issued a statement accusing")."""

INSTRUMENTS = DOCUMENTS | frozenset(
    """attack strike airstrike shelling raid bombing offensive missile rocket drone fire gunfire bombardment decision
    plane jet warplane helicopter aircraft artillery gunboat sanction tariff policy campaign operation
    crackdown tour trip visit bombing torpedo mortar shell bomber assault incursion ambush barrage""".split()
)
"""Nouns by which somebody acts: as a subject they stand for whose they are ("Russian shelling killed two")."""

SEVERING = frozenset(
    "cut sever break end terminate dissolve abandon lose suspend halt stop freeze withhold withdraw".split()
)
"""Support verbs after which a tie is no more ("cut ties with")."""

LIFTING = frozenset(
    """lift ease remove drop waive relax suspend loosen roll end revoke scrap cancel soften withdraw abolish
    terminate reverse repeal""".split()
)
"""Verbs after which a penalty is no more."""

LIFTED = frozenset("lifting easing removal suspension relaxation end".split())
"""Nouns of the same sense."""

AGREEMENTS = frozenset(
    "deal agreement treaty accord pact truce ceasefire contract peace settlement swap".split()
)
"""What a verb of talking may have as its object without changing whom it is with."""

OTHER_SENSES = {
    "name": frozenset(
        "person suspect defendant target beneficiary accomplice source culprit perpetrator mastermind".split()
    ),
    "receive": frozenset(("order",)),
    "host": frozenset("fleet squadron".split()),
    "charge": frozenset(
        "fee price percent % euro dollar pound yen toll rate rent tariff interest commission".split()
    ),
}
"""Objects of a verb where it means something that no frame of ours does ("charged him a fee")."""

JOINT = frozenset(
    "buy acquire purchase found co-found establish launch own develop build create finance organise organize host".split()
)
"""Verbs whose "together with" tells who does it too, rather than to whom else it is done."""

DISCUSSING = frozenset("discuss negotiate debate explore broach raise".split())
"""Verbs whose gerund is what is talked about, not what the partner does."""

PREPOSITION_WORDS = frozenset("according due owing thanks prior contrary".split())
PREPOSITION_NOUNS = frozenset(
    """response addition reaction relation regard reference comparison contrast retaliation exchange return
    accordance opposition compliance connection""".split()
)
COMPOUNDING = frozenset(("to", "for", "with"))
"""Words and nouns that make one preposition with one of these ("due to", "in response to", "in exchange for")."""
SENDING = frozenset("send deploy dispatch ship fly donate provide".split())
"""What those do whose people or goods are then to do something for others."""
JUDGED = frozenset(
    """condemn criticize criticise denounce deplore decry report say describe call film record investigate foil
    thwart see witness confirm announce welcome praise reject deny monitor intercept prevent repel""".split()
)
"""What is done about an attack by those who do not make it."""
