"""Articles past one machine: shard files in, N-Quads files out, step by step, on whatever carries tasks out.

Each step makes whole files, the same bytes whoever makes them, and leaves alone what is made from the same already.
"""

from kg.shards.cluster import LOCAL, Cluster
from kg.shards.engine import Engine, Here, Task
from kg.shards.load import check_new, load_folder, load_server
from kg.shards.plan import Plan
from kg.shards.reading import process_shard
from kg.shards.report import Foreseen, Report
from kg.shards.run import foresee_shards, populate_shards
from kg.shards.split import ARTICLES, split

__all__ = [
    "ARTICLES",
    "LOCAL",
    "Cluster",
    "Engine",
    "Foreseen",
    "Here",
    "Plan",
    "Report",
    "Task",
    "check_new",
    "foresee_shards",
    "load_folder",
    "load_server",
    "populate_shards",
    "process_shard",
    "split",
]
