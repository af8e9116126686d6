"""Words that negate or suspend what they govern."""

from typing import Final

from kg.extract.lexicon.people import words

NEGATIONS: Final = words(
    "not n't n’t never no neither nor without hardly scarcely nobody none nothing cannot"
)
"""Words that negate the verb or noun that they stand on."""

MODALS: Final = words("will would could may might can should must shall ought 'll ’ll wo ca 'd ’d")
"""Auxiliaries that leave it open."""

CONDITIONS: Final = words("if unless whether provided providing lest should supposing")
"""Conjunctions of what is not said to hold."""

PENDING: Final = words("until till before once unless")
"""Conjunctions of time that, with a present tense, point to what is still to come."""

NEGATING: Final = words(
    """refuse decline fail avoid neglect omit forget cease abstain refrain forbear desist stop lack pretend forgo shun
    spurn"""
)
"""Governors under which the thing did not happen ("refused to recognize")."""

PREVENTING: Final = words(
    """prevent block ban bar prohibit forbid exclude preclude reject oppose abandon cancel scrap shelve veto thwart
    postpone foil"""
)
"""Governors under which it will not happen ("blocked talks")."""

ENDING: Final = words("cut end suspend break withdraw lift ease halt stop sever")
"""Governors whose object has come about before ("suspended its embargo")."""

TREATING: Final = words("discuss back approve repeat publish consider raise show")
"""Governors that speak of an event that is known already ("will discuss the arrest")."""

INTENDING: Final = words(
    """enable vie plan intend want seek hope hop aim try attempt prepare consider propose offer promise vow pledge
    threaten expect agree wish mean need require demand urge ask call request push press pressure order tell
    encourage allow permit invite advise recommend suggest bring draw pull coax lure nudge strive struggle
    schedule set resolve mull weigh contemplate envisage envision await favor favour advocate lobby work like
    love prefer discuss explore float study authorize back persuade convince force warn swear commit undertake
    appeal implore beg help look move rush race bid wait instruct direct petition beseech nominate design
    prompt compel oblige tempt entitle hop"""
)
"""Governors under which an infinitive is only intended, asked for, offered or allowed ("hopes" is lemmatized to "hop")."""

SUSPENDING: Final = words(
    """plan intend want seek propose offer promise vow pledge threaten expect demand require request urge suggest
    recommend schedule consider contemplate mull weigh envisage envision await favor favour advocate prepare need
    explore float authorize eye wish invite allow permit"""
)
"""Governors whose noun object has not come about ("sought talks")."""

ACTUAL_WITH_INFINITIVE: Final = words(
    """help force cause lead get move persuade convince use serve continue begin start manage happen appear go come
    proceed decide choose opt elect bother dare remember rush hasten hurry turn prove live vote seem claim compel oblige
    prompt let make see watch hear keep"""
)
"""Governors that leave the infinitive a fact ("managed to free her")."""

PERSUADING: Final = words(
    "urge pressure press push persuade convince lobby coax incentivize incentivise nudge goad sway woo cajole"
)
"""What is done by trying: an attempt at it is the thing itself."""

APPOINTING: Final = words("appoint name choose hire assign elect pick tap select install nominate recruit")
"""Governors whose infinitive is a fact once they are told in the plain past ("hired in 2019 to replace him")."""

TRYING: Final = words("try attempt seek effort attempt bid work struggle strive")

EXPRESSING: Final = words(
    """congratulate protest demonstrate denounce condemn thank praise rally warn criticize criticise honor honour mourn
    blast rebuke applaud hail announce complain march object ask urge"""
)
"""What somebody who went or wrote "to do" it has surely done."""

GIVING: Final = words(
    "donate send provide give deploy dispatch allocate supply ship deliver airlift disburse"
)
HELPING: Final = words("help assist aid support equip")
"""What somebody who gave something "to do" it has done."""

READY: Final = words(
    """ready prepared willing set due likely expected able eager poised open determined free keen bound
    about scheduled supposed possible necessary sure certain slated unlikely unwilling reluctant hesitant loath
    welcome desperate anxious impatient"""
)
"""Predicates of what may still come ("ready to negotiate")."""

UNABLE: Final = words("unable powerless")
UNREADY: Final = words("unwilling reluctant unlikely hesitant loath")

PLAN_NOUNS: Final = words(
    """plan proposal offer effort attempt bid intention threat promise pledge demand call request vow desire wish
    hope readiness willingness possibility prospect chance option need push move goal aim idea
    invitation agreement appeal plea ultimatum warrant draft motion bill right power permission
    mandate mission task deadline opportunity conspiracy plot eagerness recommendation authority campaign"""
)
"""Nouns whose infinitive or gerund is only intended ("a plan to free him")."""

NEGATIVE_NOUNS: Final = words("refusal failure inability unwillingness lack absence denial question")
"""Nouns whose complement did not come about ("the refusal to recognize")."""

DECISIONS: Final = words("decision choice")
"""Nouns whose infinitive is a fact ("the decision to free him")."""

COMMUNICATED: Final = words(
    """offer proposal demand request call appeal accusation allegation criticism threat warning invitation plea charge
    complaint claim lawsuit suit condemnation pressure ultimatum"""
)
"""What took place even where it is turned down ("rejected the offer")."""

OCCURRING: Final = words(
    "take happen occur begin start resume open proceed go follow come last continue be end collapse fail hold"
)
"""Verbs that only say of their subject that it takes place ("talks resumed")."""

FACTUAL_PREPOSITIONS: Final = words(
    "after for despite since over following upon on besides given amid through"
)
"""Prepositions whose gerund is a fact, whatever governs it ("apologized for jailing")."""

BRINGING_ABOUT: Final = frozenset((("lead", "to"), ("result", "in"), ("contribute", "to")))
"""Verbs with their prepositions: what comes of something is as actual as that itself."""

REWARDS: Final = words("bounty reward price")
"""What is put up for what has not come about."""

CALLS: Final = words("call push press ask appeal lobby hope wait argue campaign aim plead beg petition vote")
"""Verbs whose "for" introduces what has not come about ("called for talks")."""

EVIDENCE: Final = words("evidence sign indication truth basis trace hint suggestion question record plan")
"""Nouns that with "no" negate their clause ("no evidence that he fled")."""

UNCERTAIN: Final = words(
    """possibility hope chance risk fear prospect demand proposal condition expectation likelihood wish call request plea
    recommendation requirement"""
)
"""Nouns whose clause may or may not hold ("the chance that he flees")."""

UNTRUE: Final = words("untrue false impossible unthinkable inconceivable")
"""Adjectives that negate their clause."""
