"""The server as one ASGI application."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from kg.serve import pages
from kg.serve.api import routes as api
from kg.serve.clerk import Clerk
from kg.serve.editing import Desk
from kg.serve.failures import HANDLERS
from kg.serve.headers import KnownNames, SafeHeaders
from kg.serve.keeping import Keeper
from kg.serve.pool import Pool
from kg.serve.serving import Serving
from kg.serve.sparql import routes as sparql

STATIC: Final = Path(__file__).parent / "static"


def create_app(serving: Serving) -> Starlette:
    """The application; its processes run from its start to its end.

    `app.state.pool` does jobs, `app.state.keeper` changes the store, `app.state.clerk` has it follow what people decide,
    `app.state.desk` knows who may, `app.state.serving` is what is given here.
    """
    pool = Pool(serving.opening, serving.workers, serving.limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await pool.start()
        app.state.keeper = keeper = Keeper(pool)
        app.state.clerk = clerk = Clerk(keeper, pool)
        tasks = [asyncio.create_task(keeper.watch())]
        if serving.token is not None:
            tasks.append(asyncio.create_task(clerk.serve()))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await pool.stop()

    app = Starlette(
        routes=[*_routes(), Mount("/static", StaticFiles(directory=STATIC), name="static")],
        middleware=[Middleware(SafeHeaders), Middleware(KnownNames, serving=serving)],
        exception_handlers=dict(HANDLERS),
        lifespan=lifespan,
    )
    app.state.pool = pool
    app.state.desk = Desk(serving.token)
    app.state.serving = serving
    return app


def _routes() -> list[BaseRoute]:
    return [*sparql.ROUTES, *api.ROUTES, *pages.ROUTES]
