"""Nouns for people: titles before names, roles, kinds of people and groups; and what they say of gender."""

from typing import Final


def words(text: str) -> frozenset[str]:
    """The words of a list, set apart by white space."""
    return frozenset(text.split())


HONORIFICS: Final = words(
    """mr mrs ms miss mx dr prof gen lt col maj capt sgt cpl brig adm cmdr sen rep gov rev hon pvt supt insp
    det sir lord lady dame baron baroness count countess duke duchess sheikh sheikha sheik imam mullah
    maulana mufti ayatollah rabbi pastor bishop archbishop cardinal pope king queen prince princess emir
    sultan emperor empress hajj haji monsignor patriarch madam madame monsieur señor
    señora signor signora herr frau comrade"""
)
"""Written before a name, without the full stop."""

TITLE_NOUNS: Final = words(
    """president vice-president premier chancellor minister secretary attorney general senator representative
    congressman congresswoman governor lieutenant mayor ambassador envoy commissioner chairman chairwoman
    chair chairperson director speaker justice judge prosecutor spokesman spokeswoman spokesperson colonel
    major captain sergeant corporal brigadier admiral commander commodore marshal private detective
    inspector superintendent constable sheriff doctor professor reverend father sister brother king queen
    prince princess pope dictator leader strongman lawmaker deputy councilor councillor coach manager
    editor writer author actor actress singer analyst economist lawyer activist journalist reporter
    photographer correspondent businessman businesswoman entrepreneur billionaire tycoon magnate banker
    oligarch undersecretary under-secretary secretary-general co-founder founder ceo cfo coo boss head
    official officer executive aide adviser advisor ex-president ex-minister ex-premier ex-chancellor
    ex-governor ex-mayor ex-general candidate nominee rival opponent mp mep prefect rector abbot taoiseach
    caliph warlord kingpin drug-lord coroner magistrate registrar treasurer ombudsman ombudswoman counsel
    vice-chairman vice-chancellor attorney-general commander-in-chief deputy-governor pm alderman alderwoman"""
)
"""Nouns that stand right before a person's name, in either case."""

TITLE_PLURALS: Final = words(
    """presidents premiers chancellors ministers senators generals ambassadors governors colonels captains judges
    justices secretaries commissioners bishops archbishops"""
)
"""Titles before the first of several names ("Presidents Ole Holm of Denmark and …")."""

TITLE_PARTS: Final = words(
    """prime vice deputy foreign defence defense interior home finance justice health energy oil trade
    economy economic commerce treasury labor labour agriculture education environment transport transportation culture
    tourism sports information communications external internal affairs relations security national public
    works planning development mining mines water housing immigration acting interim former ex outgoing
    incoming then current late first lady chief executive press general state supreme senior junior
    assistant associate special permanent under major lieutenant brigadier rear staff air house senate
    majority minority whip party opposition and of the for non-executive managing founding co- crown grand
    district circuit federal chancellor's homeland digital business high refugees"""
)
"""What may stand inside a title beside its noun ("Foreign Affairs Minister", "Rear Admiral")."""

FEMALE_NOUNS: Final = words(
    """mrs ms miss lady dame baroness countess duchess queen princess empress madam madame sister
    congresswoman chairwoman spokeswoman actress businesswoman policewoman councilwoman assemblywoman
    woman girl mother wife daughter aunt niece widow grandmother granddaughter girlfriend bride
    mother-in-law sister-in-law daughter-in-law heiress waitress stepmother stepdaughter ombudswoman
    sheikha nun midwife goddaughter half-sister ex-wife stateswoman saleswoman noblewoman schoolgirl"""
)
MALE_NOUNS: Final = words(
    """mr sir lord baron duke king prince emperor father brother congressman chairman spokesman actor
    businessman policeman councilman assemblyman man boy husband son uncle nephew widower grandfather
    grandson boyfriend groom father-in-law brother-in-law son-in-law pope imam monk bishop sultan emir
    sheikh sheik cardinal ayatollah strongman statesman gunman stepfather stepson half-brother godfather
    godson ex-husband fisherman salesman nobleman schoolboy"""
)

RELATIVES: Final = words(
    """wife husband spouse son daughter brother sister father mother parent child uncle aunt nephew niece
    cousin widow widower grandson granddaughter grandfather grandmother grandchild grandparent sibling
    twin fiancé fiancée son-in-law daughter-in-law brother-in-law sister-in-law father-in-law
    mother-in-law stepson stepdaughter stepfather stepmother half-brother half-sister ex-wife ex-husband
    heir heiress relative kin partner girlfriend boyfriend godson goddaughter godfather ancestor
    descendant"""
)

LEADERS: Final = words(
    """president vice-president premier chancellor minister prime-minister ruler dictator autocrat strongman
    despot tyrant monarch king queen emperor emir sultan prince princess pope leader head chief boss
    chairman chairwoman chairperson chair director governor mayor commander speaker secretary
    secretary-general ceo cfo coo founder co-founder owner captain warlord kingpin capo ringleader
    chieftain ex-president ex-minister ex-premier ex-chief ex-chancellor ex-governor ex-mayor ex-leader
    ex-general ex-dictator ex-ceo ex-head ex-chairman head-of-state rector dean principal superintendent
    manager coach president-elect prime-ministership vice-chairman premier-designate junta-leader
    spymaster"""
)

ROLES: Final = words(
    """ambassador envoy diplomat negotiator mediator emissary representative delegate spokesman spokeswoman
    spokesperson official officer bureaucrat civil-servant functionary executive aide adviser advisor
    assistant deputy counselor counsellor consultant staffer employee worker laborer labourer clerk
    secretary inspector auditor regulator commissioner treasurer banker economist analyst strategist
    broker trader investor financier shareholder businessman businesswoman entrepreneur tycoon magnate
    billionaire millionaire oligarch merchant dealer developer shipowner owner landlord tenant landowner
    founder judge justice magistrate prosecutor lawyer attorney barrister solicitor counsel notary jurist
    juror arbiter ombudsman plaintiff defendant accused suspect convict inmate prisoner detainee hostage
    captive fugitive witness informant whistleblower victim survivor culprit perpetrator killer murderer
    tribesman
    assassin attacker gunman bomber hijacker kidnapper thief robber smuggler trafficker launderer
    fraudster hacker spy agent operative policeman policewoman detective sheriff guard bodyguard warden
    jailer soldier conscript recruit reservist paratrooper general colonel major captain lieutenant
    sergeant corporal admiral brigadier marshal commander pilot sailor marine gunner sniper fighter
    militant rebel insurgent guerrilla guerilla terrorist extremist jihadist separatist combatant
    mercenary militiaman paramilitary veteran politician lawmaker legislator parliamentarian senator
    congressman congresswoman mp mep councillor councilor alderman minister undersecretary candidate
    nominee contender challenger incumbent rival opponent critic foe enemy dissident activist campaigner
    protester protestor demonstrator marcher striker rioter organizer organiser unionist ally supporter
    backer loyalist follower sympathizer sympathiser partisan member figure insider associate confidant
    confidante crony henchman accomplice partner colleague counterpart peer superior subordinate successor
    predecessor protégé protege mentor journalist reporter correspondent editor columnist photographer
    cameraman broadcaster-host anchor presenter publisher blogger writer author poet novelist playwright
    filmmaker director producer actor actress singer musician artist painter comedian designer architect
    historian scholar academic professor lecturer teacher schoolteacher researcher scientist physicist
    chemist biologist doctor physician surgeon nurse midwife psychologist epidemiologist pharmacist
    engineer technician mechanic programmer student pupil schoolboy schoolgirl graduate intern apprentice
    librarian curator archaeologist geologist priest bishop archbishop cardinal pastor imam cleric
    preacher rabbi monk nun jesuit franciscan benedictine carmelite
    pilgrim pope missionary farmer peasant herder fisherman miner driver chauffeur
    taxi-driver cook chef waiter cleaner gardener printer typesetter carpenter plumber electrician baker shopkeeper vendor
    grocer butcher tailor hotelier restaurateur innkeeper docker stevedore porter trucker courier postman
    firefighter paramedic rescuer volunteer lifeguard athlete player footballer goalkeeper coach trainer
    referee boxer cyclist swimmer runner champion king queen monarch prince princess heir resident
    inhabitant villager townsman local neighbor neighbour citizen national expatriate exile refugee
    migrant immigrant emigrant asylum-seeker passenger traveler traveller tourist visitor guest customer
    client patient consumer voter taxpayer pensioner retiree user donor sponsor patron buyer seller bidder
    creditor debtor man woman boy girl child teenager youth adult baby infant widow orphan mother father
    parent person individual civilian bystander onlooker passerby mourner worshipper worshiper pedestrian
    expert specialist observer monitor commentator pollster pundit watcher source leader chief head boss
    president chairman chairwoman chairperson chair governor mayor premier chancellor dictator ruler
    strongman speaker secretary-general ceo manager superintendent principal dean rector architect-of
    mastermind ringleader plotter conspirator coup-plotter collaborator traitor defector deserter
    hardliner moderate reformist conservative liberal socialist communist nationalist islamist fascist
    populist republican democrat centrist leftist rightist royalist anarchist feminist environmentalist
    hero heroine newcomer outsider signatory attendee participant speaker-of intermediary middleman
    lobbyist go-between handler recruiter bookkeeper accountant actuary cousin nephew niece uncle aunt
    brother sister son daughter wife husband spouse relative friend acquaintance roommate classmate
    comrade companion girlfriend boyfriend fiancé fiancée sibling twin gangster mobster hitman drug-lord
    kingpin poacher pirate looter vandal offender felon criminal spymaster ex-president ex-minister
    ex-premier ex-chief ex-soldier ex-officer ex-general ex-husband ex-wife ex-chancellor ex-governor
    ex-mayor ex-leader ex-rebel ex-convict ex-guerrilla ex-ceo ex-official ex-colonel ex-policeman
    ex-judge ex-lawmaker ex-senator ex-ambassador ex-head ex-director vice-president vice-chairman
    brother-in-law sister-in-law son-in-law daughter-in-law father-in-law mother-in-law stepson
    stepdaughter stepfather stepmother half-brother half-sister grandson granddaughter grandfather
    grandmother registrar custodian caretaker steward envoy-designate plenipotentiary attaché consul
    statistician demographer sociologist anthropologist philosopher ecologist meteorologist seismologist
    breeder grower planter logger woodcutter shepherd rancher skipper navigator boatman ferryman weaver
    potter blacksmith mason bricklayer welder machinist foreman supervisor overseer typist receptionist
    cashier bartender barber hairdresser tutor governess babysitter nanny maid servant butler translator
    interpreter stenographer archivist backbencher whip frontbencher councilwoman councilman assemblyman
    assemblywoman picket picketer squatter hostage-taker arsonist saboteur heckler premier-designate
    president-elect governor-elect mayor-elect frontrunner front-runner runner-up winner loser trustee
    benefactor beneficiary owner-operator guarantor insurer-agent gunrunner arms-dealer money-launderer
    countryman compatriot fellow townspeople newsman anchorwoman anchorman weatherman bride groom newlywed
    legate nuncio vaccinator seamstress dressmaker railwayman watchman nightwatchman putschist mutineer
    commando elder pediatrician paediatrician dermatologist surveyor adversary co-defendant codefendant
    peacekeeper prefect dockworker net-mender mender herdsman shepherdess schoolmaster schoolmistress
    headmaster headteacher bookseller bookmaker jeweller jeweler locksmith cabbie ranger warder gamekeeper
    hunter trapper beekeeper winegrower vintner brewer distiller milkman grandmaster captor deportee
    evacuee returnee escapee absentee appointee draftee internee parolee trainee mentee amputee pair duo
    trio quartet cadre stalwart grandee acolyte apologist detractor interlocutor litigant claimant
    petitioner complainant respondent appellant accuser whistle-blower informer mole bagman fixer enforcer
    lookout crewman crewmember deckhand bosun stoker helmsman oarsman rower stewardess purser conductor
    stationmaster signalman tram-driver haulier carter bellboy concierge janitor groundskeeper gravedigger
    undertaker embalmer coroner pathologist radiologist anaesthetist cardiologist oncologist psychiatrist
    dentist veterinarian vet optician dietitian physiotherapist caregiver carer composer violinist pianist
    cellist guitarist drummer rapper dancer choreographer ballerina sculptor illustrator cartoonist
    animator screenwriter essayist biographer memoirist diarist chronicler mathematician astronomer
    astronaut cosmonaut botanist zoologist entomologist geographer cartographer linguist theologian deacon
    verger sexton abbot abbess prior hermit ascetic guru lama swami swordsman archer wrestler judoka
    gymnast skater skier sprinter marathoner jockey goalie midfielder winger batsman bowler pitcher
    quarterback aristocrat nobleman commoner serf slave freedman pauper beggar vagrant tramp
    senator-elect chancellor-designate seeker sharpshooter cofounder vlogger influencer youtuber
    rapist pedophile paedophile stowaway cadet golfer cricketer racer"""
)

GROUPS: Final = words(
    """people troops police-officers staff crew crowd crowds public population populace electorate family
    families couple clergy youth poor rich elite personnel men women children masses citizenry peasantry
    workforce audience entourage mob circle brass folk folks relatives kin diaspora majority minority
    generation thousands hundreds dozens scores millions"""
)
"""Nouns that denote several people in the singular as well."""

COUNT_NOUNS: Final = words("thousands hundreds dozens scores millions dozen")

PERSON_NOUNS: Final = (
    ROLES | RELATIVES | LEADERS | GROUPS | FEMALE_NOUNS - words("mrs ms miss") | MALE_NOUNS - words("mr sir")
)
