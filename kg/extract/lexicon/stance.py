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

TREATING: Final = words("discuss back approve repeat publish consider raise show celebrate commemorate")
"""Governors that speak of an event that is known already ("will discuss the arrest")."""

ADMISSIONS: Final = words("accession admission entry")
"""What makes somebody a member once all have agreed to it."""

SPEAKING_FOR_OR_AGAINST: Final = words(
    """oppose back support endorse approve ratify discuss favour favor resist champion urge reject question welcome
    recommend debate delay"""
)
"""Governors that leave an admission open."""

INTENDING: Final = words(
    """enable vie plan intend want seek hope aim try attempt prepare consider propose offer promise vow pledge
    threaten expect agree wish mean need require demand urge ask call request push press pressure order tell
    encourage allow permit invite advise recommend suggest bring draw pull coax lure nudge strive struggle
    schedule set resolve mull weigh contemplate envisage envision await favor favour advocate lobby work like
    love prefer discuss explore float study authorize back persuade convince force warn swear commit undertake
    appeal implore beg help look move rush race bid wait instruct direct petition beseech nominate design
    prompt compel oblige tempt entitle apply aspire"""
)
"""Governors under which an infinitive is only intended, asked for, offered or allowed."""

SUSPENDING: Final = words(
    """plan intend want seek propose offer promise vow pledge threaten expect demand require request urge suggest
    recommend schedule consider contemplate mull weigh envisage envision await favor favour advocate prepare need draft
    explore float authorize eye wish invite allow permit"""
)
"""Governors whose noun object has not come about ("sought talks")."""

ACTUAL_WITH_INFINITIVE: Final = words(
    """help force cause lead get move persuade convince use serve continue begin start manage happen appear go come
    proceed decide choose opt elect bother dare remember rush hasten hurry turn prove live vote seem claim compel oblige
    prompt let make see watch hear keep"""
)
"""Governors that leave the infinitive a fact ("managed to free her")."""

CAUSING: Final = words("spur trigger prompt provoke cause facilitate entail")
"""Governors whose noun object is as actual as they are ("may trigger sanctions")."""

SPOKEN: Final = words("criticism praise condemnation rebuke congratulation condolence apology thanks tribute")
"""What has been said where it is offered ("offered criticism")."""

DRAFTS: Final = words("resolution bill motion measure amendment legislation petition draft")
"""Nouns whose participle holds once they do ("a resolution condemning Mali")."""

PERSUADING: Final = words(
    "urge pressure press push persuade convince lobby coax incentivize incentivise nudge goad sway woo cajole"
)
"""What is done by trying: an attempt at it is the thing itself."""

APPOINTING: Final = words("appoint name choose hire assign elect pick tap select install recruit")
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
    welcome desperate anxious impatient imminent pending inevitable conceivable"""
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

OCCURRING: Final = words("take happen occur begin start resume open proceed go follow come last be hold")
"""Verbs that only say of their subject that it takes place ("talks resumed")."""

FACTUAL_PREPOSITIONS: Final = words(
    "after for despite since over following upon on besides given amid through"
)
"""Prepositions whose gerund is a fact, whatever governs it ("apologized for jailing")."""

BRINGING_ABOUT: Final = frozenset((("lead", "to"), ("result", "in"), ("contribute", "to")))
"""Verbs with their prepositions: what comes of something is as actual as that itself."""

REWARDS: Final = words("bounty reward price")
"""What is put up for what has not come about."""

CALLS: Final = words(
    "call push press ask appeal lobby hope wait argue campaign aim plead beg petition vote prepare pack brace gear"
)
"""Verbs whose "for" introduces what has not come about ("called for talks")."""

PLANNED: Final = words(
    """planned proposed possible potential upcoming future scheduled prospective hypothetical threatened promised
    pending expected anticipated eventual impending imminent forthcoming intended looming tentative projected attempted
    mooted desired postponed aspiring"""
)
"""What stands on the noun of an event that has not come about ("a planned visit")."""

CALLED_OFF: Final = words("cancelled canceled foiled thwarted scrapped shelved averted")
"""What stands on the noun of an event that will not come about ("the cancelled visit")."""

FRUITLESS: Final = words("failed unsuccessful futile vain abortive fruitless botched ineffectual")
"""What stands on the noun of an attempt at what did not come about; failed talks took place."""

FOUNDERING: Final = words("fail collapse founder falter flop backfire")
"""What an attempt does at what did not come about."""

DROPPING: Final = words("drop ditch abandon scrap shelve cancel")
"""What is done to a plan for what will not come about."""

MISSING: Final = words("miss lose waste squander forgo forfeit")
"""What is done to a chance of what did not come about."""

CHANCES: Final = words("chance opportunity occasion")

DUE_NOUNS: Final = words("time duty obligation candidate contender favorite favourite aspirant")
"""Nouns whose infinitive alone is still to come ("it is time to free him")."""

ARRANGED: Final = words("date timetable schedule venue agenda preparation groundwork")
"""What there is for an event before it comes about ("a date for the talks")."""

UNCERTAINLY: Final = words("perhaps maybe possibly probably likely presumably conceivably potentially")
"""Adverbs that leave it open."""

HABITUALLY: Final = words("often sometimes usually regularly frequently routinely occasionally")
"""Adverbs with which "would" tells what used to happen."""

LATER: Final = words("later eventually subsequently soon")
"""Adverbs with which "was to" tells what came about."""

NEARLY: Final = words("almost nearly")
"""Adverbs of what did not come about after all."""
