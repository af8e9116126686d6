"""Capitalised words that are no names, and small classes of function words."""

from typing import Final

from kg.extract.lexicon.people import words

CALENDAR: Final = words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr
    Jun Jul Aug Sept Sep Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec.
    Christmas Easter Ramadan Eid Thanksgiving Hanukkah Passover Diwali"""
)

MONTH_SURNAMES: Final = words("May March August")
"""Months that are also surnames."""

NOT_NAMES: Final = words(
    """I I'm Mr Mr. Mrs Mrs. Ms Ms. AM PM a.m. p.m. GMT EST BST UTC GDP AIDS HIV COVID COVID-19 DNA CEO CFO
    PhD MBA TV PR HR IT AI USD EUR GBP Internet Web Wi-Fi God Islam Christianity Buddhism Hinduism Judaism
    Brexit Grexit Obamacare Watergate Ebola Zika SARS Bitcoin Zionism Islamism Medicare Medicaid
    Catholicism Socialism Communism Marxism Capitalism Fascism Nazism Bible Koran Quran Covid Omicron
    Delta X Sharia OK ID NB Indigenous Aboriginal
    PS Q&A FAQ SUV Olympics ex pro anti non"""
)

PLATFORMS: Final = words("Facebook Twitter Instagram WhatsApp YouTube TikTok Telegram")
"""Firms, but after "on" or "via" the place where something is published."""

ADJECTIVES: Final = words(
    """Islamic Islamist Muslim Christian Catholic Protestant Orthodox Sunni Shiite Shia Shi'ite Jewish Hindu
    Buddhist Marxist Socialist Communist Fascist Nazi Western Eastern Northern Southern Arab Kurdish
    Democratic Republican Conservative Liberal Labour Marxist-Leninist Maoist Leninist Stalinist Black
    White Latin Hispanic Latino Asian African European Atlantic Mediterranean Balkan Nordic Scandinavian
    Slavic Baltic Caribbean Anglican Evangelical Sikh Zionist Jihadist Soviet Ottoman Persian Tuareg Hutu
    Tutsi Pashtun Uighur Uyghur Rohingya Catalan Basque Chechen"""
)
"""Capitalised adjectives of faith, party or kind: names only inside a longer name."""

EVENT_HEADS: Final = words(
    """Cup Games Olympics Summit War Wars Election Elections Act Acts Treaty Accord Accords Agreement
    Agreements Day Prize Prizes Award Awards Festival Championship Championships Revolution Constitution
    Protocol Resolution Article Amendment Law Code Charter Convention Declaration Spring Open Marathon
    Tour Bill Plan Deal Crisis Operation Uprising Intifada Holocaust Depression Recession Pandemic
    Hurricane Typhoon Storm Earthquake Massacre Genocide Session Medal Oscar Oscars Emmy Grammy Nobel Pulitzer Fair Expo
    Carnival Project Program Programme Index Report Doctrine
    Statute Decree Ordinance Directive Regulation Section Chapter Budget Mandate Rights Affair Scandal
    Trial Trials Case Anniversary Century Week Month Year"""
)
"""Words that end the name of an event, a law, a prize or a plan."""

CONNECTORS: Final = words(
    "of de da do dos das del della di du la le les dela delos el al bin ibn ben von van der den ter zu y e av af"
)
"""Lower-case words inside names of people and places."""

ARTICLES: Final = words("the a an")

DEFINITE: Final = words("the this that these those its his her their our my your")
POSSESSIVES: Final = words("his her its their our my your")

SPEECH_VERBS: Final = words(
    """say tell add state announce declare claim insist argue warn note explain reply respond write report
    deny admit acknowledge comment stress emphasize reiterate remark observe testify recall concede assert
    ask vow promise suggest describe urge call shout cry tweet post maintain complain joke"""
)

SMALL_WORDS: Final = words(
    "a an the and or but nor of to in on at by for from with over into amid as than vs"
)
"""Words without a capital in a headline set in title case."""

HEADLINE_INFINITIVES: Final = words(
    """meet visit arrest extradite sue release free pardon sack fire dismiss appoint name ban lift impose ease bomb attack
    invade condemn recognize recognise back support buy acquire sell sign join quit leave probe investigate charge indict
    try jail sentence deport expel host hold open send give offer resume start begin end halt suspend block stop ask urge
    pay build cut raise seek vote launch close merge run return stay face step help arm fund train talk accept reject"""
)
"""Verbs that in a headline after "to" are no names ("Mali to Visit Togo")."""

COMMON_HEADLINE_VERBS: Final = words(
    """uses pressures urges denies says accuses warns wins loses signs sues backs slams blasts vows seeks
    calls meets visits arrests frees jails kills hits attacks orders names picks fires quits resigns
    rejects approves votes passes bans lifts eases imposes threatens condemns praises hails defends
    supports opposes leads heads faces gets gives takes makes holds keeps ends begins starts opens closes
    joins leaves returns arrives lands launches unveils announces declares claims admits confirms reveals
    finds charges indicts convicts sentences acquits releases pardons extradites deports detains captures
    seizes raids probes investigates dismisses sacks ousts appoints nominates elects defeats beats
    succeeds replaces buys acquires sells invests founds creates demands asks tells offers sends agrees
    talks negotiates recognizes recognises protests marches strikes rallies clears blames denounces
    criticizes criticises hosts greets welcomes receives pushes moves plans sees shows turns puts cuts
    raises drops falls rises grows halts blocks stops bars expels suspends recalls apologizes apologises"""
)
