"""The least that answers SPARQL over HTTP, without any limit: what `benchmarks/serve.py` compares with.

python benchmarks/bare_serve.py FOLDER PORT
"""

import sys

import pyoxigraph as ox
import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

STORE = ox.Store.read_only(sys.argv[1])


def answer(query: str) -> bytes:
    found = STORE.query(query, use_default_graph_as_union=True)
    return found.serialize(format=ox.QueryResultsFormat.JSON) or b""  # type: ignore[union-attr]


async def sparql(request: Request) -> Response:
    body = await run_in_threadpool(answer, request.query_params["query"])
    return Response(body, media_type="application/sparql-results+json")


app = Starlette(routes=[Route("/sparql", sparql)])
if __name__ == "__main__":
    uvicorn.run(app, port=int(sys.argv[2]), log_level="error", access_log=False)
