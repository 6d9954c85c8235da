"""FastAPI with a key in a header of its own."""

import os

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Security
from fastapi.security import APIKeyHeader

app = FastAPI(title="Sensors")


async def check(key: str = Security(APIKeyHeader(name="X-API-Key"))):
    raise HTTPException(status_code=403, detail="Could not validate API key")


@app.get("/readings")
async def readings(key=Depends(check)):
    return []


uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), log_level="error")
