"""Nouns for bodies that act as one, and the words by which their names are known."""

from typing import Final

from kg.extract.lexicon.people import words

REGIME_NOUNS: Final = words("regime government dictatorship junta")
"""Heads that name the same body when they stand with its leader or its country."""

BODY_NOUNS: Final = REGIME_NOUNS | words(
    """administration authority military army navy force police court tribunal judiciary judicature
    opposition party coalition alliance bloc movement front faction wing camp union
    federation confederation league association society organization organisation ngo charity foundation
    trust fund institute institution company firm corporation conglomerate business enterprise startup
    start-up group subsidiary affiliate branch division unit arm bank lender insurer brokerage airline
    carrier retailer supermarket manufacturer maker automaker carmaker chipmaker drugmaker shipbuilder planemaker steelmaker
    shipyard brewer brewery producer supplier contractor subcontractor developer operator utility driller
    cooperative co-op consortium syndicate cartel gang mafia
    clan tribe militia guerrilla guerrillas insurgency paramilitaries brigade battalion regiment squadron
    platoon corps garrison squad patrol guard troop ministry department agency bureau office directorate
    secretariat commission committee subcommittee council board panel jury inquest senate congress
    parliament legislature assembly chamber house cabinet politburo leadership delegation mission embassy
    consulate presidency monarchy chancellery chancery prosecutors authorities forces
    security-forces special-forces newspaper paper daily weekly magazine tabloid broadcaster station
    channel network website site outlet publication journal radio television tv media press publisher wire
    portal platform university college school faculty academy hospital clinic laboratory lab museum
    library theatre theater church diocese archdiocese monastery seminary parish synod
    vatican club team side franchise ring cell think-tank watchdog regulator overseer
    arbitrator exchange taskforce task-force coastguard coast-guard gendarmerie constabulary customs
    treasury exchequer mint state-media electoral-board registry archive archives factory plant mill mine
    refinery refiner pollster smelter restaurant hotel chain shop store dealership casino studio label
    orchestra choir congregation order sect cult campaign caucus collective
    lobby lobbyists pressure-group intelligence counterintelligence spy-agency command
    general-staff municipality city-hall borough county-council prefecture town-hall service services
    junta executive fintech shipper wholesaler distributor importer exporter
    builder telecom telco bookmaker auctioneer accountancy consultancy law-firm nonprofit non-profit"""
)
"""Heads of noun phrases for bodies; both numbers ("the authorities")."""

TRADERS: Final = words(
    """retailer manufacturer maker automaker carmaker chipmaker drugmaker shipbuilder brewer producer supplier contractor
    planemaker steelmaker
    subcontractor developer operator driller regulator overseer arbitrator publisher refiner pollster shipper wholesaler
    distributor importer exporter builder bookmaker auctioneer"""
)
"""Bodies that beside a person's name are that person ("Ann Lee, a paint manufacturer")."""

PLURAL_BODY_NOUNS: Final = words(
    "authorities prosecutors forces guerrillas services paramilitaries media archives customs police military armies"
)
"""Plurals that denote one body."""

WEAK_BODY_NOUNS: Final = words(
    """ring cell side front house order camp label site unit arm wing network platform station channel plant
    chain store shop trust fund branch staff guard command patrol mine mill studio service services
    customs business mission school college library museum theatre theater hospital clinic hotel
    restaurant radio television tv archive archives media press journal campaign executive division office
    board forces force paper wire agency circle body intelligence exchange collective"""
)
"""Bodies only with a determiner or a modifier that shows it; too many other senses."""

NAME_HEADS: Final = words(
    """Academy Administration Administrations Agency Airlines Airways Alliance Army Arsenal Assembly
    Association Authority Bank Board Brigade Brigades Brotherhood Bureau Cabinet Cartel Center Centre
    Chamber Church Circle Clinic Club Co Coalition College Command Commission Committee Commonwealth
    Company Confederation Conference Congress Consortium Consulate Convergence Cooperative Corp Corps
    Corporation Council Court Courts Daily Department Desk Directorate Division Embassy Enterprise
    Enterprises Exchange Executive Faction Federation Fleet Force Forces Forum Foundation Front Fund
    Gazette General Government Group Groupe Guard Guards Guild Hamas Herald Holding Holdings Hospital
    House Inc Incorporated Industries Initiative Inquirer Institute Institution Insurance Intelligence
    Investigations Investments Journal Junta Knesset Laboratories Laboratory League Legion Library Limited
    LLC LLP Ltd Magazine Media Mercury Militia Ministry Mission Monitor Motors Movement Museum Navy
    Network News Newspaper Observatory Office Operation Opposition Order Organisation Organization
    Parliament Partners Partnership Party Patrol Petroleum Platform PLC Plc Police Politburo Post Press
    Prosecution Radio Railways Rally Reserve Resistance Regiment Review Savings Schools Secretariat Senate
    Service Services Society Star Station Statesman Studio Studios Synod Systems Task Taskforce
    Technologies Telegraph Television Theater Theatre Times Treasury Tribunal Tribune Troop Trust TV Union
    Unit United University Watch Watchdog Wire Works GmbH AG SA SpA NV BV AB ASA Oyj Pty Bhd Oy KG SE SARL
    Airline Logistics Shipping Marine Energy Resources Mining Minerals Steel Oil Gas Power Electric
    Electronics Telecom Telecommunications Pharma Pharmaceuticals Foods Brewery Breweries Ports Capital
    Securities Ventures Software Labs Robotics Aerospace Dynamics Solutions Chemicals Cement Textiles
    Automotive Aviation Drilling Freight Timber Materials Trading Farms Growers Pickers Mines Metals
    Copper Gold Diamonds Apparel Garments Cruises Line Lines Ferries Carriers Contractors Builders
    Broadcasting Chronicle Courier Dispatch Echo Examiner Globe Guardian Independent Ledger Messenger
    Mirror Observer Register Reporter Sentinel Standard Sun Mail Express Voice Bulletin Argus Record
    Lantern Democrats Republicans Greens Liberals Socialists Conservatives Communists Nationals Labour
    Labor Workers Journalists Lawyers Doctors Judges Lords Commons Chambers Rangers Rovers Directorates
    Registry Commissariat Gendarmerie Coastguard Constabulary Inspectorate Ombudsman Caucus Collective
    Syndicate Bar Faculty School Seminary Diocese Patriarchate Bloc Pact Panel Presidency"""
)
"""The word that ends the name of a body."""

SURNAMES_TOO: Final = words(
    "Hill Power Steel Church Post Gold Press Court Chambers Marine Sun Record Bar House"
)
"""Words that end names of bodies or places, and after a given name are surnames ("Ann Power")."""

NAME_OPENERS: Final = words(
    """Administration Authority Group Parliament Embassy Consulate Academy Agency Alliance Army Assembly
    Association Bank Board Brotherhood Bureau Cartel Center Centre Chamber Church Citizens Coalition
    College Commission Committee Communist Community Confederation Conference Congress Convention Corps
    Council Court Daughters Democratic Department Directorate Doctors Economic Federation Force Forces
    Forum Foundation Friends Front Fund Guardians Guild High House Institute International Journalists
    Knights Lawyers League Legion Ministry Mission Mothers Movement Museum National Office Order
    Organisation Organization Party People Popular Radio Reporters Revolutionary School Secretariat Senate
    Society Sons State Supreme Syndicate Task Transparency Treasury Tribunal Union University Voice Women
    Workers World Youth Partido Frente Movimiento Unión Banco Grupo Ministerio Universidad Partei Parti
    Banque Société Ligue Observatory Registry Inspectorate Guard Brigade Brigades"""
)
"""A capitalised word after which "of", "for" and "and" may go on with the name."""

DESCRIBED_BY: Final[dict[str, frozenset[str]]] = {
    "newspaper": words(
        """Times Post Herald Journal Gazette Tribune Daily Telegraph Chronicle Inquirer Mail Star Standard
        Observer Guardian Independent Express Mercury Courier Lantern Echo Globe Mirror Sun Dispatch Ledger Argus
        Record Examiner Register Messenger Sentinel Bulletin"""
    ),
    "company": words(
        "Inc Corp Corporation Ltd Limited LLC Plc PLC Group Holdings Holding Industries Enterprises Systems"
        " Technologies Partners Ventures Capital Motors Energy Resources Mining Minerals Steel Oil Gas Power"
        " Logistics Shipping Marine Foods Pharma Pharmaceuticals Telecom Airlines Airways Co GmbH AG SA SE SpA"
        " Securities Software Labs Robotics Aerospace Dynamics Solutions Chemicals Cement Textiles Petroleum"
    ),
    "agency": words(
        """Agency Programme Program Commission Administration Bureau Authority Directorate Inspectorate Office
        Organisation Organization Service"""
    ),
    "party": words(
        """Democrats Republicans Greens Liberals Socialists Conservatives Communists Labour Labor"""
    ),
}
"""What a noun of description may refer back to, beside names that hold the noun itself."""

SAME_BODY: Final[dict[str, str]] = {
    "firm": "company",
    "corporation": "company",
    "business": "company",
    "conglomerate": "company",
    "enterprise": "company",
    "paper": "newspaper",
    "daily": "newspaper",
    "weekly": "newspaper",
    "tabloid": "newspaper",
    "organisation": "organization",
    "group": "organization",
    "lender": "bank",
    "airline": "company",
    "carrier": "airline",
    "outlet": "newspaper",
    "maker": "company",
    "manufacturer": "company",
    "supplier": "company",
    "contractor": "company",
    "startup": "company",
    "start-up": "company",
    "retailer": "company",
    "operator": "company",
    "legislature": "parliament",
    "magazine": "newspaper",
    "insurer": "company",
    "miner": "company",
    "producer": "company",
    "subsidiary": "company",
    "bloc": "alliance",
    "militia": "organization",
    "movement": "organization",
    "driller": "company",
    "carmaker": "company",
    "automaker": "company",
    "chipmaker": "company",
    "drugmaker": "company",
    "shipbuilder": "company",
    "brewer": "company",
    "brewery": "company",
    "utility": "company",
    "shipper": "company",
    "wholesaler": "company",
    "distributor": "company",
    "importer": "company",
    "exporter": "company",
    "builder": "company",
    "telecom": "company",
    "telco": "company",
    "refiner": "company",
    "refinery": "company",
    "smelter": "company",
    "brokerage": "company",
    "monopoly": "company",
    "fintech": "company",
    "publisher": "company",
    "subcontractor": "contractor",
    "consultancy": "company",
    "law-firm": "company",
    "supermarket": "retailer",
    "bookmaker": "company",
    "casino": "company",
    "studio": "company",
    "developer": "company",
    "broadcaster": "station",
    "channel": "station",
    "ngo": "organization",
    "charity": "organization",
    "watchdog": "organization",
    "regulator": "agency",
    "tribunal": "court",
    "panel": "commission",
    "junta": "regime",
    "dictatorship": "regime",
}
"""A noun of description and the wider one that it may stand for."""

OF_STATES: Final = words(
    "own sue nationalise nationalize expropriate compensate appeal owe pay defraud repay bankrupt"
)
"""Verbs of which the state, as party or owner, is subject or object."""
INDUSTRIES: Final = words(
    """oil gas energy mining steel tech technology drug pharmaceutical retail car food tobacco media telecom telecoms
    shipping copper cement internet banking insurance chemical chemicals defence defense fishing grain"""
)
GIANTS: Final = words("major giant heavyweight behemoth titan")
"""After an industry these denote a company."""
