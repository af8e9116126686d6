"""Mends what the parser gets wrong in common constructions of news, before our grammar reads it.

Each repair is a function that reads the parse and names the arcs to change; all of a repair's arcs change together.
"""

from spacy.tokens import Doc

from kg.extract import tree
from kg.extract.repairs.adjectives import (
    free_found_guilty,
    free_set_free,
    part_neighbouring_from_verbs,
    part_visiting_from_prepositions,
)
from kg.extract.repairs.appositions import (
    explain_by_second_descriptions,
    explain_by_short_names,
    hang_members_on_groups,
    hang_names_on_nouns,
)
from kg.extract.repairs.arcs import change
from kg.extract.repairs.coordination import coordinate_after_first_verbs, coordinate_like_forms
from kg.extract.repairs.epithets import part_epithets_from_names
from kg.extract.repairs.headlines import join_subjects_of_headlines, read_verbs_in_headlines
from kg.extract.repairs.hyphens import free_prefixes, free_verbs_of_re
from kg.extract.repairs.infinitives import (
    free_gerunds,
    free_infinitives,
    give_gerunds_to_objects,
    open_told_clauses,
    tie_infinitives_to_votes,
)
from kg.extract.repairs.lists import (
    coordinate_across_appositions,
    coordinate_as_well_as,
    coordinate_explained_nouns,
    coordinate_listed_names,
    coordinate_relatives,
    coordinate_short_names,
    coordinate_targets,
    explain_plurals_by_names,
    explain_wholes_by_names,
    list_patients_of_deeds,
)
from kg.extract.repairs.objects import (
    explain_second_objects,
    free_lone_recipients,
    free_objects_of_let_go,
    give_terms_to_recipients,
    part_names_from_help,
    part_recipients_from_numbers,
    part_two_objects,
    tie_in_absentia,
)
from kg.extract.repairs.participles import (
    free_subjects_of_participles,
    free_verbs_after_bodies,
    free_verbs_after_days,
    free_verbs_after_sources,
    free_verbs_before_titles,
)
from kg.extract.repairs.posts import (
    choose_objects_for_tasks,
    free_tasks_of_appointed,
    lead_posts_to_names,
    part_holders_from_posts,
    part_names_from_offices,
    part_names_from_posts,
    share_appointments,
)
from kg.extract.repairs.prepositions import (
    coordinate_repeated_prepositions,
    tie_adjectives_to_as,
    tie_agents_behind_as,
    tie_means_to_deeds,
)
from kg.extract.repairs.relatives import (
    hand_objects_to_infinitives,
    hand_which_to_things,
    hand_who_to_all,
    hand_who_to_one,
    hand_who_to_people,
    hand_who_to_the_last,
    leave_listed_after_clauses,
    open_said_clauses,
    open_whom_clauses,
    open_whose_clauses,
    unwind_whose_clauses,
)
from kg.extract.repairs.subjects import (
    free_speakers_after_objects,
    free_speakers_after_places,
    free_subjects_after_and,
    free_subjects_after_clauses,
    free_subjects_after_conjunctions,
    free_subjects_after_dates,
    free_subjects_after_places,
    keep_one_subject,
    read_inverted_conditions,
)

REPAIRS = (
    read_verbs_in_headlines,
    join_subjects_of_headlines,
    free_prefixes,
    free_verbs_of_re,
    free_subjects_after_dates,
    free_subjects_after_places,
    free_speakers_after_objects,
    free_speakers_after_places,
    free_subjects_after_clauses,
    free_subjects_after_conjunctions,
    free_subjects_after_and,
    read_inverted_conditions,
    unwind_whose_clauses,
    keep_one_subject,
    hang_names_on_nouns,
    hang_members_on_groups,
    explain_by_short_names,
    explain_by_second_descriptions,
    free_verbs_after_sources,
    free_verbs_after_bodies,
    free_verbs_after_days,
    free_verbs_before_titles,
    open_whose_clauses,
    open_whom_clauses,
    hand_objects_to_infinitives,
    hand_who_to_one,
    hand_who_to_people,
    hand_who_to_the_last,
    hand_who_to_all,
    leave_listed_after_clauses,
    hand_which_to_things,
    coordinate_after_first_verbs,
    free_subjects_of_participles,
    coordinate_like_forms,
    coordinate_listed_names,
    coordinate_relatives,
    coordinate_as_well_as,
    coordinate_across_appositions,
    coordinate_explained_nouns,
    coordinate_short_names,
    explain_plurals_by_names,
    explain_wholes_by_names,
    list_patients_of_deeds,
    coordinate_targets,
    coordinate_repeated_prepositions,
    tie_adjectives_to_as,
    tie_agents_behind_as,
    tie_means_to_deeds,
    open_told_clauses,
    open_said_clauses,
    free_infinitives,
    tie_infinitives_to_votes,
    free_gerunds,
    give_gerunds_to_objects,
    free_objects_of_let_go,
    explain_second_objects,
    part_names_from_posts,
    part_holders_from_posts,
    choose_objects_for_tasks,
    lead_posts_to_names,
    part_names_from_offices,
    lead_posts_to_names,
    share_appointments,
    free_tasks_of_appointed,
    part_two_objects,
    give_terms_to_recipients,
    part_recipients_from_numbers,
    free_lone_recipients,
    part_names_from_help,
    part_epithets_from_names,
    tie_in_absentia,
    free_found_guilty,
    free_set_free,
    part_visiting_from_prepositions,
    part_neighbouring_from_verbs,
)
"""In the order in which they are made."""


def mend(doc: Doc) -> tree.Doc:
    """Change the arcs that are plainly wrong, and give the parse as it then stands."""
    parse = tree.read(doc)
    for repair in REPAIRS:
        if arcs := list(repair(parse)):
            change(doc, arcs)
            parse = tree.mended(parse)
    return parse
