"""FastAPI, as its tutorial ends: OAuth2 with a password, and a bearer token."""

import os

import uvicorn
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm

app = FastAPI()
scheme = OAuth2PasswordBearer(tokenUrl="token")


async def current_user(token: str = Depends(scheme)):
    raise HTTPException(
        status_code=401, detail="Could not validate credentials", headers={"WWW-Authenticate": "Bearer"}
    )


@app.post("/token")
async def login(form: OAuth2PasswordRequestForm = Depends()):
    raise HTTPException(status_code=400, detail="Incorrect username or password")


@app.get("/users/me/items/")
async def read_own_items(user=Depends(current_user)):
    return []


uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), log_level="error")
