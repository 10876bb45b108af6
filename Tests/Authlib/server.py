"""An OAuth 2.0 server for the tests whose judgment is Authlib's, not ours.

Prints one line of JSON (where it listens, an invented client and user) and serves on 127.0.0.1 until its standard
input ends, which it does with the parent process; 15 minutes at most. What is written here is the storage that Authlib
asks for, and /answers: the log of what the token endpoint answered, in which tokens appear as hashes only.
"""

import hashlib
import json
import logging
import os
import re
import secrets
import select
import sys
import threading
import time
from dataclasses import dataclass

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # Plain http, which Authlib would refuse.

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector, current_token
from authlib.oauth2 import OAuth2Error
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, TokenMixin, grants
from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7636 import CodeChallenge
from flask import Flask, jsonify, request
from werkzeug.serving import make_server

SCOPES = ["freshdesk.tickets.view", "freshdesk.agents.manage"]
GRANT_TYPES = ["authorization_code", "refresh_token", "password", "client_credentials"]
CODE_SECONDS, TOKEN_SECONDS, SERVING_SECONDS = 300, 1800, 3600
CONSENT_PAGE = '<form method="post"><button name="confirm" value="yes">Allow</button><button>Deny</button></form>'
USERNAME, PASSWORD = "agent@example.com", secrets.token_urlsafe(16)


class Client(ClientMixin):
    client_id = f"fw_ext_{secrets.randbelow(10**12)}"
    # The tail is understood only if the secret was form-encoded before base64 (RFC 6749, section 2.3.1). It has no
    # space: that is sent as "+", which Authlib does not decode.
    client_secret = secrets.token_urlsafe(24) + "%3A:/&="

    def get_default_redirect_uri(self):
        return None

    def get_allowed_scope(self, scope):
        return scope or " ".join(SCOPES)  # Unknown ones were refused before (OAUTH2_SCOPES_SUPPORTED).

    def check_redirect_uri(self, uri):
        # A loopback address may have any port (RFC 8252, section 7.3).
        return uri == "https://app.example/callback" or re.fullmatch(r"http://127\.0\.0\.1:[0-9]{1,5}/callback", uri)

    def check_client_secret(self, client_secret):
        return secrets.compare_digest(self.client_secret.encode(), client_secret.encode())

    def check_endpoint_auth_method(self, method, endpoint):
        return method == "client_secret_basic"

    def check_response_type(self, response_type):
        return response_type == "code"

    def check_grant_type(self, grant_type):
        return grant_type in GRANT_TYPES


@dataclass
class Code(AuthorizationCodeMixin):
    code: str
    redirect_uri: str
    scope: str
    code_challenge: str | None
    code_challenge_method: str | None
    expires_at: float

    def get_redirect_uri(self):
        return self.redirect_uri

    def get_scope(self):
        return self.scope


class Family:
    """The tokens that descend from one grant."""

    revoked = False


@dataclass
class Token(TokenMixin):
    user: str | None
    scope: str
    expires_at: float
    family: Family
    spent: bool = False

    def check_client(self, client):
        return client is CLIENT

    def get_scope(self):
        return self.scope

    def is_expired(self):
        return time.monotonic() > self.expires_at

    def is_revoked(self):
        return self.family.revoked


CLIENT = Client()
codes, access_tokens, refresh_tokens, answers = {}, {}, {}, []
lock = threading.Lock()


def save_token(issued, oauth_request):
    spent = oauth_request.refresh_token
    token = Token(
        user=oauth_request.user,
        scope=issued["scope"],
        expires_at=time.monotonic() + issued["expires_in"],
        family=spent.family if spent else Family(),
    )
    access_tokens[issued["access_token"]] = token
    if "refresh_token" in issued:
        refresh_tokens[issued["refresh_token"]] = token


class AuthorizationCodeGrant(grants.AuthorizationCodeGrant):
    def save_authorization_code(self, code, oauth_request):
        sent = oauth_request.payload.data
        challenge, method = sent.get("code_challenge"), sent.get("code_challenge_method")
        expires_at = time.monotonic() + CODE_SECONDS
        codes[code] = Code(code, oauth_request.payload.redirect_uri, oauth_request.scope, challenge, method, expires_at)

    def query_authorization_code(self, code, client):
        found = codes.get(code)
        return found if found and time.monotonic() <= found.expires_at else None

    # Called once the tokens are issued: a wrong verifier does not use the code up.
    def delete_authorization_code(self, authorization_code):
        del codes[authorization_code.code]

    def authenticate_user(self, authorization_code):
        return USERNAME


class S256(CodeChallenge):
    # A challenge without a method counts as "plain" (RFC 7636, section 4.3), so that its verifier will not match.
    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]


class RefreshTokenGrant(grants.RefreshTokenGrant):
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token):
        token = refresh_tokens.get(refresh_token)
        if token and token.spent:
            token.family.revoked = True  # RFC 9700, section 4.14.2.
        return token if token and not token.is_revoked() else None

    def authenticate_user(self, token):
        return token.user

    def revoke_old_credential(self, token):
        token.spent = True


class PasswordGrant(grants.ResourceOwnerPasswordCredentialsGrant):
    # To a wrong password Authlib answers "invalid_request", where RFC 6749, section 5.2 has "invalid_grant".
    def authenticate_user(self, username, password):
        return USERNAME if (username, password) == (USERNAME, PASSWORD) else None


class Validator(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return access_tokens.get(token_string)


app = Flask(__name__)
app.config["OAUTH2_REFRESH_TOKEN_GENERATOR"] = True
app.config["OAUTH2_TOKEN_EXPIRES_IN"] = dict.fromkeys(GRANT_TYPES, TOKEN_SECONDS)
app.config["OAUTH2_SCOPES_SUPPORTED"] = SCOPES
server = AuthorizationServer(app, lambda client_id: CLIENT if client_id == CLIENT.client_id else None, save_token)
server.register_grant(AuthorizationCodeGrant, [S256(required=False)])
server.register_grant(RefreshTokenGrant)
server.register_grant(PasswordGrant)
server.register_grant(grants.ClientCredentialsGrant)
require_oauth = ResourceProtector()
require_oauth.register_token_validator(Validator())


@app.route("/org/oauth/v2/authorize", methods=["GET", "POST"])
def authorize():
    try:
        grant = server.get_consent_grant(end_user=USERNAME)
    except OAuth2Error as error:
        return server.handle_error_response(request, error)
    if request.method == "GET":
        return CONSENT_PAGE
    user = USERNAME if request.form.get("confirm") == "yes" else None
    return server.create_authorization_response(grant_user=user, grant=grant)


@app.post("/org/oauth/v2/token")
def token():
    sent = request.form  # Read outside the lock: a client that stalls in its body holds up nobody.
    # Authlib looks a refresh token up, issues its successor and spends it in three separate steps.
    with lock:
        response = server.create_token_response()
        said = response.get_json()
        answer = {"serial": len(answers) + 1, "grant_type": sent.get("grant_type"), "status": response.status_code}
        answer["error"] = said.get("error")
        answer["access_token_sha256"] = sha256(said.get("access_token"))
        answer["refresh_token_sha256"] = sha256(said.get("refresh_token"))
        answer["presented_refresh_token_sha256"] = sha256(sent.get("refresh_token"))
        answers.append(answer)
    return response


@app.get("/org/oauth/v2/userinfo")
@require_oauth()
def userinfo():
    return jsonify(sub=current_token.user, scope=current_token.scope)


@app.get("/answers")
def list_answers():
    with lock:
        return jsonify(answers)


def sha256(token):
    return hashlib.sha256(token.encode()).hexdigest() if token else None


logging.getLogger("werkzeug").setLevel(logging.ERROR)
listener = make_server("127.0.0.1", 0, app, threaded=True)
threading.Thread(target=listener.serve_forever, daemon=True).start()
invented = {"client_id": CLIENT.client_id, "client_secret": CLIENT.client_secret}
invented |= {"username": USERNAME, "password": PASSWORD}
print(json.dumps({"base_url": f"http://127.0.0.1:{listener.port}"} | invented), flush=True)
select.select([sys.stdin], [], [], SERVING_SECONDS)  # Nothing is ever written to it: readable means ended.
