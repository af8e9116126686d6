"""Extraction by one process or several: the same extractions in the same order, whatever their number."""

from kg.workers.batches import BATCH
from kg.workers.cores import default_jobs
from kg.workers.crew import PATIENCE, WAITING
from kg.workers.extraction import extract_all
from kg.workers.recipes import LOADING, Extracts, Recipe, SpacyRecipe
from kg.workers.supply import MOST, Supply

__all__ = [
    "BATCH",
    "LOADING",
    "MOST",
    "PATIENCE",
    "WAITING",
    "Extracts",
    "Recipe",
    "SpacyRecipe",
    "Supply",
    "default_jobs",
    "extract_all",
]
