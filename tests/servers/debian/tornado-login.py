"""Tornado with its own decorator: whoever is not signed in is sent to the login page, on the way to data as well."""

import asyncio
import os

import tornado.web


class Handler(tornado.web.RequestHandler):
    def get_current_user(self):
        return self.get_secure_cookie("user")


class Orders(Handler):
    @tornado.web.authenticated
    def get(self):
        self.write({"orders": []})


class Login(Handler):
    def get(self):
        field = '<input name="name"><input type="password" name="password">'
        self.write(f'<form action="/login" method="post">{field}{self.xsrf_form_html()}<button>Sign in</button></form>')


async def main():
    app = tornado.web.Application(
        [(r"/", Orders), (r"/api/orders", Orders), (r"/login", Login)],
        cookie_secret="not a secret",
        login_url="/login",
        xsrf_cookies=True,
    )
    app.listen(int(os.environ["PORT"]), "127.0.0.1")
    await asyncio.Event().wait()


asyncio.run(main())
